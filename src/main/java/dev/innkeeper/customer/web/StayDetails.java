package dev.innkeeper.customer.web;

import dev.innkeeper.customer.StayKind;
import dev.innkeeper.customer.StayView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stay, a visit or an event that took place. */
@Schema(name = "Stay")
record StayDetails(
        String externalId,
        String customerId,
        StayKind kind,
        LocalDate arrivedOn,
        LocalDate leftOn,
        @Schema(description = "What the customer spent, in CNY") BigDecimal spend,
        @Schema(description = "What of it the house earned, in CNY; null where not known")
                @Nullable BigDecimal margin,
        @Schema(description = "From before the service") boolean imported) {

    static StayDetails of(StayView stay) {
        return new StayDetails(
                stay.externalId(),
                stay.customerId(),
                stay.kind(),
                stay.arrivedOn(),
                stay.leftOn(),
                stay.spend().amount(),
                stay.margin(),
                stay.imported());
    }
}
