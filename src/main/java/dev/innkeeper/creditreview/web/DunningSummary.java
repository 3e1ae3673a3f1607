package dev.innkeeper.creditreview.web;

import dev.innkeeper.creditreview.DunningState;
import dev.innkeeper.creditreview.DunningTask;
import dev.innkeeper.creditreview.DunningView;
import dev.innkeeper.creditreview.facts.DunningStage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a caller is told at once. It names nobody, so that it may be kept as the first answer. */
@Schema(name = "DunningSummary", description = "How a dunning case stands")
record DunningSummary(
        @Schema(example = "DUN-2026-000001") String number,
        DunningState state,
        @Schema(
                        description =
                                "How far it went; the rules look at a new case moments after it is"
                                        + " opened")
                DunningStage stage,
        @Schema(description = "What somebody is to do; null for nothing")
                @Nullable DunningTask task,
        @Schema(description = "All that is overdue is disputed") boolean paused,
        @Schema(example = "CUS-000123") String customerId,
        @Schema(description = "CNY at the last check, disputed invoices not counted")
                BigDecimal overdue,
        @Schema(description = "What is overdue and disputed, CNY") BigDecimal disputed,
        @Schema(description = "Of the oldest invoice that nobody disputes, in days")
                int oldestDaysOverdue,
        @Schema(description = "When it is looked at again; null once it is over")
                @Nullable Instant nextCheckAt,
        @Schema(description = "Until this day the customer promised to pay")
                @Nullable LocalDate promisedUntil,
        @Schema(description = "Dunning has put the customer's credit on hold") boolean creditHeld,
        @Schema(example = "/api/dunning-cases/DUN-2026-000001") String href) {

    static DunningSummary of(DunningView dunning) {
        return new DunningSummary(
                dunning.number().value(),
                dunning.state(),
                dunning.stage(),
                dunning.task(),
                dunning.paused(),
                dunning.customerId(),
                dunning.overdue().amount(),
                dunning.disputed().amount(),
                dunning.oldestDaysOverdue(),
                dunning.nextCheckAt(),
                dunning.promisedUntil(),
                dunning.holdSet(),
                DunningController.PATH + "/" + dunning.number());
    }
}
