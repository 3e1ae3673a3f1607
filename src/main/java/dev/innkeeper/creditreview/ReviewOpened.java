package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;

/**
 * What became of a reason to review.
 *
 * @param number the review that it started, joined, or had started or joined before
 * @param how which of these
 */
public record ReviewOpened(CaseNumber number, How how) {

    /** What became of it. */
    public enum How {
        /** It started the review. */
        STARTED,
        /** The review was open already. */
        JOINED,
        /** It was told before; nothing changed. */
        REPEATED
    }

    /** Whether a review is to be run for it. */
    public boolean isStarted() {
        return how == How.STARTED;
    }
}
