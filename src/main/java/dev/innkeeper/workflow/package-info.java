/**
 * The engine as this house uses it: its configuration and sandbox, the publishing of diagrams, and
 * the clock that drives the engine and our own code alike. All use of the engine's inner classes is
 * here.
 */
@NullMarked
package dev.innkeeper.workflow;

import org.jspecify.annotations.NullMarked;
