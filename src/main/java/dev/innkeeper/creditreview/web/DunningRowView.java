package dev.innkeeper.creditreview.web;

import dev.innkeeper.creditreview.DunningRow;
import dev.innkeeper.creditreview.DunningState;
import dev.innkeeper.creditreview.facts.DunningStage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dunning case in a list. */
@Schema(name = "DunningRow", description = "A dunning case in a list")
record DunningRowView(
        @Schema(example = "DUN-2026-000001") String number,
        DunningState state,
        DunningStage stage,
        @Schema(example = "CUS-000123") String customerId,
        @Schema(description = "The company, else the person") @Nullable String customerName,
        @Schema(description = "CNY at the last check, disputed invoices not counted")
                BigDecimal overdue,
        @Schema(description = "What is overdue and disputed, CNY") BigDecimal disputed,
        int oldestDaysOverdue,
        Instant openedAt,
        @Nullable Instant nextCheckAt,
        @Nullable LocalDate promisedUntil,
        String href) {

    static DunningRowView of(DunningRow row) {
        return new DunningRowView(
                row.number().value(),
                row.state(),
                row.stage(),
                row.customerId(),
                row.customerName(),
                row.overdue().amount(),
                row.disputed().amount(),
                row.oldestDaysOverdue(),
                row.openedAt(),
                row.nextCheckAt(),
                row.promisedUntil(),
                DunningController.PATH + "/" + row.number());
    }
}
