package dev.innkeeper.customer.web;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.customer.CareOutcome;
import dev.innkeeper.customer.CareState;
import dev.innkeeper.customer.CareView;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told at once. It says nothing that a customer said, so that it may be kept as
 * the first answer to a key.
 */
@Schema(name = "CareSummary", description = "How a case of care stands")
record CareSummary(
        @Schema(example = "CAR-2026-000123") String number,
        @Schema(example = "CUS-000123") String customerId,
        CareCause cause,
        CareState state,
        @Nullable CareOutcome outcome,
        @Schema(description = "The groups that call", example = "[\"call-centre\"]")
                List<String> callers,
        OfferKind offer,
        @Schema(description = "What the offer is worth, CNY") BigDecimal worth,
        @Nullable Instant dueAt,
        @Schema(example = "/api/care-cases/CAR-2026-000123") String href) {

    static CareSummary of(CareView care) {
        return new CareSummary(
                care.number().value(),
                care.customerId(),
                care.cause(),
                care.state(),
                care.outcome(),
                care.callers().stream().map(Group::id).sorted().toList(),
                care.offer(),
                care.worth().amount(),
                care.dueAt(),
                href(care.number()));
    }

    static String href(CaseNumber number) {
        return "/api/care-cases/" + number;
    }
}
