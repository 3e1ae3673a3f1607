package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import org.jspecify.annotations.Nullable;

/**
 * The answers by which the process of a credit review goes its way.
 *
 * @param number the review
 * @param state how far it is
 * @param approverGroup who approves the terms, or null where nobody has to
 * @param cut the terms are worse than before
 * @param overdue the customer owes something that is overdue
 */
public record CreditReviewProgress(
        CaseNumber number,
        CreditReviewState state,
        @Nullable Group approverGroup,
        boolean cut,
        boolean overdue) {

    /** Whether somebody is to approve the terms. */
    public boolean isApprovalNeeded() {
        return state == CreditReviewState.APPROVING;
    }

    /** What became of the terms that somebody was to approve. */
    public TermsVerdict verdict() {
        return switch (state) {
            case APPROVED, APPLIED -> TermsVerdict.APPROVE;
            case REJECTED -> TermsVerdict.REJECT;
            default -> TermsVerdict.RETURN;
        };
    }
}
