package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A corrective action: the cause of one or more complaints is removed.
 *
 * @param complaints the complaints it serves, the first one first
 * @param round 1 at first; grows each time the effect was missing
 * @param dueAt when cause and measure are to be stated
 * @param verifyAt when the effect is to be verified, or null until they are stated
 * @param cause the cause as stated last, or empty
 * @param measure the measure as stated last, or empty
 * @param statedBy who stated them, or null
 * @param verdict the words of the last verification, or empty
 */
public record CorrectiveActionView(
        CaseNumber number,
        State state,
        List<CaseNumber> complaints,
        String rootCause,
        String rootCauseEnglish,
        String rootCauseChinese,
        Group answerable,
        int round,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant verifyAt,
        String cause,
        String measure,
        @Nullable String statedBy,
        String verdict) {

    /** How far it is. */
    public enum State {
        /** Cause and measure are to be stated. */
        OPEN,
        /** They are; the effect is to be verified. */
        STATED,
        /** The effect is there. */
        EFFECTIVE
    }
}
