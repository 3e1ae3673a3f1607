package dev.innkeeper.creditreview.web;

import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditReviewRow;
import dev.innkeeper.creditreview.CreditReviewState;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A review in a list. */
@Schema(name = "CreditReviewRow", description = "A credit review in a list")
record CreditReviewRowView(
        @Schema(example = "CRV-2026-000123") String number,
        CreditReviewState state,
        Instant stateSince,
        String customerId,
        CreditCause cause,
        Instant requestedAt,
        LocalDate asOf,
        LocalDate dueOn,
        @Schema(description = "The one that counts; null until it is judged")
                @Nullable Integer score,
        @Nullable ScoreBand band,
        @Schema(description = "CNY; null until it is judged") @Nullable BigDecimal limit,
        @Nullable Movement movement,
        String href) {

    static CreditReviewRowView of(CreditReviewRow row) {
        return new CreditReviewRowView(
                row.number().value(),
                row.state(),
                row.stateSince(),
                row.customerId(),
                row.cause(),
                row.requestedAt(),
                row.asOf(),
                row.dueOn(),
                row.score(),
                row.band(),
                row.newLimit() == null ? null : row.newLimit().amount(),
                row.movement(),
                CreditLinks.review(row.number()));
    }
}
