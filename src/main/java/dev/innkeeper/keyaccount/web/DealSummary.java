package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.DealView;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told at once. It names nobody outside of the house, so that it may be kept as
 * the first answer to a key.
 */
@Schema(name = "DealSummary", description = "How a deal stands")
record DealSummary(
        @Schema(example = "DEA-2026-000123") String number,
        @Nullable String externalId,
        Stage stage,
        String customerId,
        @Schema(description = "Points of the lead, 0 to 100") int points,
        @Schema(description = "What is to become of the lead") @Nullable LeadVerdict verdict,
        @Nullable DealGrade grade,
        @Schema(description = "In CNY; 0 where not set") BigDecimal value,
        @Schema(description = "The user of sales who hunts it") @Nullable String owner,
        @Schema(description = "What the gate of the next stage misses") List<GateItem> missing,
        @Nullable Instant followUpDueAt,
        @Schema(description = "The open deal that it joined") @Nullable String linkedTo,
        @Schema(example = "/api/deals/DEA-2026-000123") String href) {

    static DealSummary of(DealView deal) {
        return new DealSummary(
                deal.number().value(),
                deal.externalId(),
                deal.stage(),
                deal.customerId(),
                deal.points(),
                deal.verdict(),
                deal.grade(),
                deal.value().amount(),
                deal.owner(),
                deal.missing().stream().sorted().toList(),
                deal.followUpDueAt(),
                deal.linkedTo() == null ? null : deal.linkedTo().value(),
                "/api/deals/" + deal.number());
    }
}
