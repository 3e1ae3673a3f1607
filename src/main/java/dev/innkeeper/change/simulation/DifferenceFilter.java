package dev.innkeeper.change.simulation;

import org.jspecify.annotations.Nullable;

/**
 * Which differences are asked for; null asks for all.
 *
 * @param decision the name of the decision
 * @param was the short word of the outcome then
 * @param becomes the short word of the outcome now
 * @param failed only those that the draft cannot answer, or only those that it can
 */
public record DifferenceFilter(
        @Nullable String decision,
        @Nullable String was,
        @Nullable String becomes,
        @Nullable Boolean failed) {

    /** All of them. */
    public static final DifferenceFilter ALL = new DifferenceFilter(null, null, null, null);
}
