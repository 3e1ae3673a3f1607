/**
 * Thinks about rules without running them: what is wrong with a table, and which rules came near.
 */
@NullMarked
package dev.innkeeper.decision.analysis;

import org.jspecify.annotations.NullMarked;
