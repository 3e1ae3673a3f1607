/** The words of a decision: its {@code words.csv}, and which of them occur in a text. */
@NullMarked
package dev.innkeeper.decision.words;

import org.jspecify.annotations.NullMarked;
