package dev.innkeeper.keyaccount.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.ReviewState;
import dev.innkeeper.keyaccount.ReviewView;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The review of a closed deal, in the language of the request. */
@Schema(name = "DealReview", description = "The review of a closed deal")
record ReviewDetails(
        @Schema(example = "DEA-2026-000123") String deal,
        @Schema(description = "What it waits for") ReviewState state,
        Stage outcome,
        String product,
        @Schema(description = "1, and one more each time that the manager gave it back") int round,
        Instant openedAt,
        @Schema(description = "Until when what it waits for is to be done") Instant dueAt,
        @Schema(description = "It was not written in time") boolean late,
        @Schema(description = "Why, the one that decided first") List<ReasonLabel> reasons,
        @Nullable String competitor,
        @Schema(description = "CNY") @Nullable BigDecimal ourPrice,
        @Schema(description = "CNY") @Nullable BigDecimal theirPrice,
        @Schema(description = "Percent by which our price was above theirs")
                @Nullable BigDecimal priceGap,
        @Schema(description = "The stage in which it was decided") @Nullable Stage decidedAt,
        String account,
        String toRepeat,
        String toAvoid,
        @Schema(description = "What to train") List<String> topics,
        @Nullable String writtenBy,
        @Nullable Instant writtenAt,
        @Schema(description = "What the customer said, null before") @Nullable Customer customer,
        @Schema(description = "Why the manager gave it back last; may be empty") String returned,
        @Schema(description = "Who accepted it, or gave it back last") @Nullable String judgedBy,
        @Nullable Instant acceptedAt) {

    @Schema(name = "DealReviewCustomer", description = "What the customer said of a closed deal")
    record Customer(
            boolean reached,
            @Schema(description = "In the customer's words; where not reached, what was tried")
                    String words,
            @Schema(description = "1 to 7") @Nullable Integer satisfaction,
            @Nullable Boolean wouldBuyAgain,
            @Nullable String askedBy,
            @Nullable Instant askedAt) {

        static @Nullable Customer of(ReviewView review) {
            var said = review.customer();
            return said == null
                    ? null
                    : new Customer(
                            said.reached(),
                            said.words(),
                            said.satisfaction(),
                            said.wouldBuyAgain(),
                            review.askedBy(),
                            review.askedAt());
        }
    }

    static ReviewDetails of(ReviewView review, Language language) {
        return new ReviewDetails(
                review.deal().value(),
                review.state(),
                review.outcome(),
                review.product(),
                review.round(),
                review.openedAt(),
                review.dueAt(),
                review.late(),
                ReasonLabel.of(review.reasons(), language),
                review.competitor(),
                amount(review.ourPrice()),
                amount(review.theirPrice()),
                review.priceGap(),
                review.decidedAt(),
                review.account(),
                review.toRepeat(),
                review.toAvoid(),
                review.topics(),
                review.writtenBy(),
                review.writtenAt(),
                Customer.of(review),
                review.returned(),
                review.judgedBy(),
                review.acceptedAt());
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
