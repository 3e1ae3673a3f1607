/** The REST door of shadows. */
@NullMarked
package dev.innkeeper.change.shadow.web;

import org.jspecify.annotations.NullMarked;
