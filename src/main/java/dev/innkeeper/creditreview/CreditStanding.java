package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The credit of a customer as it stands. A customer who was never reviewed has neither score nor
 * terms.
 *
 * @param customerId the customer
 * @param tier as it was when the terms were granted, or null
 * @param score 0 to 100, or null
 * @param band of the score, or null
 * @param limit what may be owed at most, in CNY; nothing for cash only, null before the first
 *     review
 * @param termDays within how many days an invoice is to be paid; null before the first review
 * @param cashOnly nothing is granted
 * @param hold no more credit for now, whatever the limit is
 * @param holdReason why it is on hold; empty where it is not
 * @param heldBy who holds it, the service itself for dunning; null where it is not on hold
 * @param heldAt since when, or null
 * @param useRaised a high use of the limit was raised and has not come down since
 * @param nextReviewOn when it is due for a review; null where the house never billed the customer
 * @param openReview the review that is open, or null
 * @param openDunning the dunning case that is open, or null
 */
public record CreditStanding(
        String customerId,
        @Nullable Tier tier,
        @Nullable Integer score,
        @Nullable ScoreBand band,
        @Nullable Money limit,
        @Nullable Integer termDays,
        boolean cashOnly,
        boolean hold,
        String holdReason,
        @Nullable String heldBy,
        @Nullable Instant heldAt,
        boolean useRaised,
        @Nullable LocalDate nextReviewOn,
        @Nullable CaseNumber openReview,
        @Nullable CaseNumber openDunning) {

    /** Of a customer of whom credit knows nothing. */
    static CreditStanding unknown(String customerId) {
        return new CreditStanding(
                customerId,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                "",
                null,
                null,
                false,
                null,
                null,
                null);
    }

    /** Whether terms were ever granted or refused by a review. */
    public boolean isReviewed() {
        return score != null;
    }
}
