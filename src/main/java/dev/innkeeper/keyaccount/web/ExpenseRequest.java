package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expense that somebody claims on a deal. */
@Schema(name = "NewExpense", description = "An expense that you claim on a deal")
record ExpenseRequest(
        @Schema(description = "What it was for") @NotNull @Nullable ExpenseKind kind,
        @Schema(description = "CNY, more than 0", example = "860.00") @NotNull @Yuan
                @Nullable BigDecimal amount,
        @Schema(description = "The day on which it was spent", example = "2026-11-18") @NotNull
                @Nullable LocalDate spentOn,
        @Schema(
                        description = "What it served",
                        minLength = 1,
                        maxLength = 2000,
                        example = "Lunch after the site visit")
                @NotNull
                @PlainText(max = 2000, lines = true)
                @Nullable String purpose,
        @Schema(
                        description = "Who was there; needed for entertainment",
                        maxLength = 2000,
                        example = "Ms Chen and two of her team")
                @PlainText(max = 2000, lines = true)
                @Nullable String present,
        @Schema(
                        description = "Number of the receipt or invoice; each is paid once",
                        minLength = 1,
                        maxLength = 100,
                        example = "INV-044120")
                @NotNull
                @PlainText(max = 100)
                @Nullable String receipt) {

    NewExpense toExpense() {
        return new NewExpense(
                Objects.requireNonNull(kind),
                new Money(Objects.requireNonNull(amount)),
                Objects.requireNonNull(spentOn),
                Objects.requireNonNull(purpose),
                Objects.requireNonNullElse(present, ""),
                Objects.requireNonNull(receipt));
    }
}
