package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.CreditStanding;
import dev.innkeeper.creditreview.CreditTerms;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The credit of a customer: how it stands, and every version of its terms. */
@Schema(name = "CustomerCredit", description = "The credit of a customer with its terms so far")
record CreditDetails(
        Standing standing,
        @Schema(description = "Every version of the terms, the latest first") PageOf<Terms> terms) {

    @Schema(name = "CreditStanding", description = "The credit of a customer as it stands")
    record Standing(
            String customerId,
            @Schema(description = "Null before the first review") @Nullable Tier tier,
            @Schema(description = "0 to 100; null before the first review") @Nullable Integer score,
            @Nullable ScoreBand band,
            @Schema(description = "CNY; 0 for cash only, null before the first review")
                    @Nullable BigDecimal limit,
            @Nullable Integer termDays,
            boolean cashOnly,
            @Schema(description = "No more credit for now, whatever the limit is") boolean hold,
            String holdReason,
            @Schema(description = "A person, or `innkeeper` for dunning") @Nullable String heldBy,
            @Nullable Instant heldAt,
            @Schema(description = "Null where the house never billed the customer")
                    @Nullable LocalDate nextReviewOn,
            @Schema(example = "CRV-2026-000123") @Nullable String openReview,
            @Nullable String openDunning) {

        static Standing of(CreditStanding standing) {
            return new Standing(
                    standing.customerId(),
                    standing.tier(),
                    standing.score(),
                    standing.band(),
                    standing.limit() == null ? null : standing.limit().amount(),
                    standing.termDays(),
                    standing.cashOnly(),
                    standing.hold(),
                    standing.holdReason(),
                    standing.heldBy(),
                    standing.heldAt(),
                    standing.nextReviewOn(),
                    standing.openReview() == null ? null : standing.openReview().value(),
                    standing.openDunning() == null ? null : standing.openDunning().value());
        }
    }

    @Schema(name = "CreditTerms", description = "Terms that a review granted")
    record Terms(
            int version,
            LocalDate effectiveFrom,
            @Schema(description = "The first day of the next terms; null where these still hold")
                    @Nullable LocalDate effectiveUntil,
            Tier tier,
            int score,
            ScoreBand band,
            @Schema(description = "CNY; 0 for cash only") BigDecimal limit,
            int termDays,
            boolean cashOnly,
            @Schema(description = "Against the terms before") Movement movement,
            @Schema(description = "The review that granted them", example = "CRV-2026-000123")
                    String review,
            String reviewHref,
            @Schema(description = "A person, or `innkeeper` where the rules asked for nobody")
                    String approvedBy,
            @Schema(description = "The departments that were told") List<String> told,
            Instant appliedAt) {

        static Terms of(CreditTerms terms) {
            return new Terms(
                    terms.version(),
                    terms.effectiveFrom(),
                    terms.effectiveUntil(),
                    terms.tier(),
                    terms.score(),
                    terms.band(),
                    terms.limit().amount(),
                    terms.termDays(),
                    terms.cashOnly(),
                    terms.movement(),
                    terms.review().value(),
                    CreditLinks.review(terms.review()),
                    terms.approvedBy(),
                    ids(terms.told()),
                    terms.appliedAt());
        }
    }

    static List<String> ids(Set<Group> groups) {
        return groups.stream().sorted().map(Group::id).toList();
    }
}
