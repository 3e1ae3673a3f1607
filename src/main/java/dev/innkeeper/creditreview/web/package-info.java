/** Credit over REST. */
@NullMarked
package dev.innkeeper.creditreview.web;

import org.jspecify.annotations.NullMarked;
