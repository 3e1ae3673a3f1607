package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credit review.
 *
 * @param number its number
 * @param state how far it is
 * @param stateSince since when
 * @param customerId whose credit it is
 * @param cause what it was opened for
 * @param requestedBy who asked for it, the service itself included
 * @param requestedAt when
 * @param asOf the day as of which the figures are read
 * @param dueOn when the customer was due for a review
 * @param tier the customer's when the figures were collected, or null until then
 * @param figures what was judged, or null until it is collected
 * @param collectedAt when, or null
 * @param company what customer information said; that of the last review until it is assessed
 * @param companyBy who said so, or null until it is assessed
 * @param companyAt when, or null
 * @param finances what finance said; that of the last review until it is assessed
 * @param financesBy who said so, or null until it is assessed
 * @param financesAt when, or null
 * @param judgedScore the score by the rules, 0 to 100, or null
 * @param proposal the terms that the rules propose, or null
 * @param termsBefore the version of the terms that held before, or null for a first review
 * @param termsGranted the version that it granted, or null
 * @param approverGroup who approves the terms, or null where nobody has to
 * @param decidedBy who approved, rejected, returned or withdrew it, or null
 * @param decidedAt when, or null
 * @param decisionWords why; may be empty
 * @param told the departments that were told
 * @param toldAt when, or null
 * @param informedBy who told the customer of a cut, or null
 * @param informedAt when, or null
 * @param informedWords what was said; may be empty
 * @param customersAnswer what the customer answered; may be empty
 */
public record CreditReviewView(
        CaseNumber number,
        CreditReviewState state,
        Instant stateSince,
        String customerId,
        CreditCause cause,
        String requestedBy,
        Instant requestedAt,
        LocalDate asOf,
        LocalDate dueOn,
        @Nullable Tier tier,
        @Nullable CreditFigures figures,
        @Nullable Instant collectedAt,
        @Nullable CompanyAssessment company,
        @Nullable String companyBy,
        @Nullable Instant companyAt,
        @Nullable FinanceAssessment finances,
        @Nullable String financesBy,
        @Nullable Instant financesAt,
        @Nullable Integer judgedScore,
        @Nullable CreditProposal proposal,
        @Nullable Integer termsBefore,
        @Nullable Integer termsGranted,
        @Nullable Group approverGroup,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String decisionWords,
        Set<Group> told,
        @Nullable Instant toldAt,
        @Nullable String informedBy,
        @Nullable Instant informedAt,
        String informedWords,
        String customersAnswer) {

    /** The score that counts: that of a person where one overrode the rules; null until judged. */
    public @Nullable Integer score() {
        Integer overridden = finances == null ? null : finances.scoreOverride();
        return judgedScore == null || overridden == null ? judgedScore : overridden;
    }
}
