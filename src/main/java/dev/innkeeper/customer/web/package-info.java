/** The customer file over REST, as far as complaints need it. */
@NullMarked
package dev.innkeeper.customer.web;

import org.jspecify.annotations.NullMarked;
