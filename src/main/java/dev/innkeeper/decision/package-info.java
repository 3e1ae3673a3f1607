/**
 * Decisions: loads the rules that managers write, checks them, keeps the last good ones serving,
 * asks them, records and explains every answer.
 *
 * <p>This is the only package that knows the rule engine. Features define a {@link
 * dev.innkeeper.decision.Decision}, facts (records annotated with {@link
 * dev.innkeeper.decision.Fact}) and an {@link dev.innkeeper.decision.Outcome}, and ask {@link
 * dev.innkeeper.decision.Decisions}.
 */
@NullMarked
package dev.innkeeper.decision;

import org.jspecify.annotations.NullMarked;
