package dev.innkeeper.customer;

import dev.innkeeper.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row of the past.
 *
 * @param outcome what became of it
 * @param refusal why it was refused, null where it was not
 */
public record PastRow(Outcome outcome, @Nullable Refusal refusal) {

    /** What may become of a row. */
    public enum Outcome {
        /** It was new and is kept. */
        TAKEN,
        /** It was known, and what it says anew is kept. */
        CHANGED,
        /** It was known and says nothing new. */
        UNCHANGED,
        /** Nothing of it is kept. */
        REFUSED
    }

    static final PastRow TAKEN = new PastRow(Outcome.TAKEN, null);
    static final PastRow CHANGED = new PastRow(Outcome.CHANGED, null);
    static final PastRow UNCHANGED = new PastRow(Outcome.UNCHANGED, null);

    static PastRow refused(Refusal why) {
        return new PastRow(Outcome.REFUSED, why);
    }
}
