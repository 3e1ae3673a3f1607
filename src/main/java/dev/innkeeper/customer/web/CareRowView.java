package dev.innkeeper.customer.web;

import dev.innkeeper.customer.CareOutcome;
import dev.innkeeper.customer.CareRow;
import dev.innkeeper.customer.CareState;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case of care in a list. */
@Schema(name = "CareRow", description = "A case of care in a list")
record CareRowView(
        @Schema(example = "CAR-2026-000123") String number,
        @Schema(example = "CUS-000123") String customerId,
        CareCause cause,
        CareState state,
        @Nullable CareOutcome outcome,
        @Schema(description = "The code of the reason that the customer gave", example = "PRICE")
                @Nullable String reason,
        OfferKind offer,
        @Schema(description = "What the offer is worth, CNY") BigDecimal worth,
        @Schema(description = "Calls so far") int attempts,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant answerUntil,
        @Nullable Instant closedAt,
        String href) {

    static CareRowView of(CareRow row) {
        return new CareRowView(
                row.number().value(),
                row.customerId(),
                row.cause(),
                row.state(),
                row.outcome(),
                row.reason(),
                row.offer(),
                row.worth().amount(),
                row.attempts(),
                row.openedAt(),
                row.dueAt(),
                row.answerUntil(),
                row.closedAt(),
                CareSummary.href(row.number()));
    }
}
