package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a review granted.
 *
 * @param customerId the customer
 * @param version counts from 1
 * @param effectiveFrom the first day of the terms
 * @param effectiveUntil the first day of the next terms, or null where these still hold
 * @param tier by which they were granted
 * @param score 0 to 100
 * @param band of the score
 * @param limit what may be owed at most, in CNY; nothing for cash only
 * @param termDays within how many days an invoice is to be paid
 * @param cashOnly nothing is granted
 * @param movement against the terms before
 * @param review which review granted them
 * @param approvedBy a person, or the service itself where the rules asked for nobody
 * @param told the departments that were told
 * @param appliedAt when they were applied
 */
public record CreditTerms(
        String customerId,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Tier tier,
        int score,
        ScoreBand band,
        Money limit,
        int termDays,
        boolean cashOnly,
        Movement movement,
        CaseNumber review,
        String approvedBy,
        Set<Group> told,
        Instant appliedAt) {

    /** Copies the departments. */
    public CreditTerms {
        told = Set.copyOf(told);
    }
}
