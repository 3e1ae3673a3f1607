/**
 * What-if: the rules of a draft, asked what was decided before, and what they would have decided
 * otherwise. Nothing is acted upon.
 */
@NullMarked
package dev.innkeeper.change.simulation;

import org.jspecify.annotations.NullMarked;
