package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.DealRow;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deal in a list. */
@Schema(name = "DealRow", description = "A deal in a list")
record DealRowView(
        @Schema(example = "DEA-2026-000123") String number,
        @Nullable String externalId,
        Stage stage,
        @Nullable DealGrade grade,
        String customerId,
        @Schema(description = "Null where your groups do not see who the customer is")
                @Nullable String customer,
        String product,
        @Schema(description = "In CNY; 0 where not set") BigDecimal value,
        @Nullable String owner,
        @Nullable LocalDate expectedCloseOn,
        Instant registeredAt,
        Instant stageSince,
        @Nullable Instant followUpDueAt,
        @Schema(description = "Since when it stands still") @Nullable Instant stalledAt,
        @Nullable Instant closedAt,
        boolean imported,
        String href) {

    static DealRowView of(DealRow row, boolean seesContact) {
        return new DealRowView(
                row.number().value(),
                row.externalId(),
                row.stage(),
                row.grade(),
                row.customerId(),
                seesContact ? row.customer() : null,
                row.product(),
                row.value().amount(),
                row.owner(),
                row.expectedCloseOn(),
                row.registeredAt(),
                row.stageSince(),
                row.followUpDueAt(),
                row.stalledAt(),
                row.closedAt(),
                row.imported(),
                "/api/deals/" + row.number());
    }
}
