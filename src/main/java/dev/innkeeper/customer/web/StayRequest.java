package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Money;
import dev.innkeeper.customer.NewStay;
import dev.innkeeper.customer.StayKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stay as a caller enters one. */
@Schema(name = "NewStay", description = "A stay, a visit or an event that took place")
record StayRequest(
        @Schema(
                        description = "Its id in your system",
                        minLength = 1,
                        maxLength = 100,
                        example = "PMS-88121")
                @NotNull
                @PlainText(max = 100)
                @Nullable String externalId,
        @Schema(
                        description = "Our id of the customer, or the one in your system",
                        minLength = 1,
                        maxLength = 100,
                        example = "CUS-000123")
                @NotNull
                @PlainText(max = 100)
                @Nullable String customerId,
        @Schema(description = "What the customer came for", defaultValue = "STAY")
                @Nullable StayKind kind,
        @Schema(description = "The first day", example = "2026-02-27") @NotNull
                @Nullable LocalDate arrivedOn,
        @Schema(description = "The last day; without it the first", example = "2026-03-01")
                @Nullable LocalDate leftOn,
        @Schema(description = "What the customer spent, in CNY", example = "1280.50") @NotNull @Yuan
                @Nullable BigDecimal spend,
        @Schema(
                        description =
                                "What of it the house earned, in CNY; below zero for a loss, left"
                                        + " out where it is not known",
                        example = "410")
                @DecimalMin("-9999999999999.99")
                @DecimalMax("9999999999999.99")
                @Digits(
                        integer = 13,
                        fraction = 2,
                        message =
                                "The amount has more than two decimals. | 金额小数超过两位。 || Round it to"
                                        + " the fen. | 请精确到分。")
                @Nullable BigDecimal margin) {

    /** What the desk takes; call only where the request is valid. */
    NewStay toStay() {
        LocalDate arrived = Objects.requireNonNull(arrivedOn);
        return new NewStay(
                Objects.requireNonNull(externalId).strip(),
                Objects.requireNonNull(customerId).strip(),
                Objects.requireNonNullElse(kind, StayKind.STAY),
                arrived,
                Objects.requireNonNullElse(leftOn, arrived),
                new Money(Objects.requireNonNull(spend)),
                margin);
    }
}
