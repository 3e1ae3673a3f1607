/** Drafts, releases and the log of changes over REST. */
@NullMarked
package dev.innkeeper.change.web;

import org.jspecify.annotations.NullMarked;
