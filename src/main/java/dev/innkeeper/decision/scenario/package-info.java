/**
 * Examples of a decision: given facts, the outcome that is expected and the rules that must fire.
 */
@NullMarked
package dev.innkeeper.decision.scenario;

import org.jspecify.annotations.NullMarked;
