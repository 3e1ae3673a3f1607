package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.Outcome;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a deal ends. */
@Schema(name = "NewOutcome", description = "Won with its contract, or lost or discarded with why")
record OutcomeRequest(
        @Schema(
                        description = "How it ends",
                        allowableValues = {"WON", "LOST", "DISCARDED"})
                @NotNull
                @Nullable Stage outcome,
        @Schema(
                        description = "The code of the reason; LOST and DISCARDED need one",
                        maxLength = 60,
                        example = "PRICE")
                @PlainText(max = 60)
                @Nullable String reason,
        @Schema(description = "Why, in words", minLength = 1, maxLength = 4000)
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String words,
        @Schema(description = "Who else was in it", maxLength = 100) @PlainText(max = 100)
                @Nullable String competitor,
        @Valid @Nullable ContractRequest contract) {

    @Schema(name = "NewContract", description = "The contract of a deal that is won")
    record ContractRequest(
            @Schema(maxLength = 100, example = "HT-2026-118") @PlainText(max = 100)
                    @Nullable String number,
            @Schema(description = "Today where it is left out", example = "2026-11-20")
                    @Nullable LocalDate date,
            @Schema(description = "Months", example = "12") @Min(0) @Max(1200)
                    @Nullable Integer termMonths,
            @Schema(
                            description = "What the customer pays in the first year, in CNY",
                            example = "520000.00")
                    @Yuan
                    @Nullable BigDecimal value,
            @Schema(description = "The customer pays in advance", defaultValue = "false")
                    @Nullable Boolean prepaid,
            @Schema(description = "The credit that it grants, in CNY", defaultValue = "0") @Yuan
                    @Nullable BigDecimal creditRequested,
            @Schema(description = "It earns more than our average", defaultValue = "false")
                    @Nullable Boolean grossMarginAboveAverage,
            @Schema(description = "The customer is a brand or a reference", defaultValue = "false")
                    @Nullable Boolean strategic,
            @Schema(description = "The customer's management is advanced", defaultValue = "false")
                    @Nullable Boolean advancedManagement) {

        Outcome.Contract toContract() {
            return new Outcome.Contract(
                    number == null || number.isBlank() ? null : number.strip(),
                    date,
                    termMonths == null ? 0 : termMonths,
                    value == null ? Money.ZERO : new Money(value),
                    Boolean.TRUE.equals(prepaid),
                    creditRequested == null ? Money.ZERO : new Money(creditRequested),
                    Boolean.TRUE.equals(grossMarginAboveAverage),
                    Boolean.TRUE.equals(strategic),
                    Boolean.TRUE.equals(advancedManagement));
        }
    }

    Outcome toOutcome() {
        return new Outcome(
                Objects.requireNonNull(outcome),
                reason == null || reason.isBlank() ? null : reason.strip(),
                Objects.requireNonNull(words).strip(),
                competitor == null || competitor.isBlank() ? null : competitor.strip(),
                contract == null ? null : contract.toContract());
    }
}
