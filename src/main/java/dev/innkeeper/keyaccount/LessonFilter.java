package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lessons to find. What is null does not narrow the search.
 *
 * @param product the beginning of the product's name, whatever its case
 * @param competitor the beginning of the competitor's name, whatever its case
 * @param reason the code of one of the reasons
 * @param outcome WON, LOST or DISCARDED
 * @param text words that all occur in what was written or said; at most 5, separated by blanks
 * @param from accepted at or after
 * @param to accepted before
 */
public record LessonFilter(
        @Nullable String product,
        @Nullable String competitor,
        @Nullable String reason,
        @Nullable Stage outcome,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Every lesson. */
    public static final LessonFilter ALL =
            new LessonFilter(null, null, null, null, null, null, null);
}
