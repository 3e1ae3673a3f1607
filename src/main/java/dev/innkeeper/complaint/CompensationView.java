package dev.innkeeper.complaint;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.facts.RemedyKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compensation from proposal to gift.
 *
 * @param ceiling the most that could be given, or null until it is decided
 * @param approverGroup who has to approve it, or null where nobody has to
 * @param flagged the customer is compensated unusually often
 * @param decidedBy who approved or rejected it, or null
 * @param reason why it was rejected or refused, or empty
 */
public record CompensationView(
        State state,
        Instant proposedAt,
        String proposedBy,
        List<RemedyKind> kinds,
        Money amount,
        String words,
        @Nullable Money ceiling,
        @Nullable Group approverGroup,
        boolean flagged,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason) {

    /** How far it is. */
    public enum State {
        PROPOSED,
        AWAITING_APPROVAL,
        APPROVED,
        REJECTED,
        GIVEN,
        REFUSED_BY_GUEST
    }

    /** The same, decided by rules. */
    CompensationView decided(Money newCeiling, @Nullable Group approver, boolean isFlagged) {
        return new CompensationView(
                approver == null ? State.APPROVED : State.AWAITING_APPROVAL,
                proposedAt,
                proposedBy,
                kinds,
                amount,
                words,
                newCeiling,
                approver,
                isFlagged,
                decidedBy,
                decidedAt,
                reason);
    }

    /** The same, judged by a person or by the guest. */
    CompensationView judged(State newState, String by, Instant at, String why) {
        return new CompensationView(
                newState,
                proposedAt,
                proposedBy,
                kinds,
                amount,
                words,
                ceiling,
                approverGroup,
                flagged,
                by,
                at,
                why);
    }

    /** The same in another state. */
    CompensationView in(State newState) {
        return new CompensationView(
                newState,
                proposedAt,
                proposedBy,
                kinds,
                amount,
                words,
                ceiling,
                approverGroup,
                flagged,
                decidedBy,
                decidedAt,
                reason);
    }
}
