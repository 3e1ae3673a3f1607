/** Deals over REST: what is sent, what is answered, and who may ask. */
@NullMarked
package dev.innkeeper.keyaccount.web;

import org.jspecify.annotations.NullMarked;
