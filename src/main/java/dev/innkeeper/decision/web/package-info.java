/**
 * Decisions and rules over REST: why an answer was given, whether it would be given again, how the
 * rules stand.
 */
@NullMarked
package dev.innkeeper.decision.web;

import org.jspecify.annotations.NullMarked;
