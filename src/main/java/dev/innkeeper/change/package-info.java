/**
 * Changes of rules and diagrams: drafted, checked, tried on yesterday's cases, approved by a second
 * person, published as a numbered release and rolled back.
 */
@NullMarked
package dev.innkeeper.change;

import org.jspecify.annotations.NullMarked;
