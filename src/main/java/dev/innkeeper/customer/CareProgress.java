package dev.innkeeper.customer;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers and dates by which a case of care takes its way.
 *
 * @param callers the groups that call; none before that is decided
 * @param dueAt until when the open step is to be done, or null where nothing is
 * @param nextCallAt when somebody calls again, or null
 * @param answerUntil until when the customer may answer, or null
 */
public record CareProgress(
        CaseNumber number,
        CareState state,
        @Nullable CareOutcome outcome,
        Set<Group> callers,
        @Nullable Instant dueAt,
        @Nullable Instant nextCallAt,
        @Nullable Instant answerUntil) {

    /** Whether somebody calls the customer at all. */
    public boolean isCareNeeded() {
        return state != CareState.CLOSED && state != CareState.WITHDRAWN;
    }

    /** Whether the last call reached the customer. */
    public boolean isCustomerReached() {
        return state != CareState.TO_CALL_AGAIN && outcome != CareOutcome.NOT_REACHED;
    }

    /** Whether somebody is to call again. */
    public boolean isCalledAgain() {
        return state == CareState.TO_CALL_AGAIN;
    }

    /** Whether the customer is to get an offer. */
    public boolean isOfferEarned() {
        return state == CareState.TO_OFFER;
    }
}
