/** The nightly work over REST. */
@NullMarked
package dev.innkeeper.nightly.web;

import org.jspecify.annotations.NullMarked;
