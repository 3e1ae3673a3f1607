package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Money;
import dev.innkeeper.customer.NewInvoice;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invoice on account as a caller enters one. */
@Schema(name = "NewInvoice", description = "An invoice on account")
record InvoiceRequest(
        @Schema(
                        description = "Its number in your system",
                        minLength = 1,
                        maxLength = 100,
                        example = "RE-2026-0815")
                @NotNull
                @PlainText(max = 100)
                @Nullable String number,
        @Schema(
                        description = "Our id of the customer, or the one in your system",
                        minLength = 1,
                        maxLength = 100,
                        example = "CUS-000123")
                @NotNull
                @PlainText(max = 100)
                @Nullable String customerId,
        @Schema(description = "The day of the invoice, not in the future", example = "2026-02-10")
                @NotNull
                @Nullable LocalDate issuedOn,
        @Schema(description = "The day until which it is to be paid", example = "2026-03-12")
                @NotNull
                @Nullable LocalDate dueOn,
        @Schema(description = "In CNY, more than 0", example = "12800.00") @NotNull @Yuan
                @Nullable BigDecimal amount,
        @Schema(description = "Whether the customer contests it", defaultValue = "false")
                @Nullable Boolean disputed) {

    /** What the desk takes; call only where the request is valid. */
    NewInvoice toInvoice() {
        return new NewInvoice(
                Objects.requireNonNull(number).strip(),
                Objects.requireNonNull(customerId).strip(),
                Objects.requireNonNull(issuedOn),
                Objects.requireNonNull(dueOn),
                new Money(Objects.requireNonNull(amount)),
                Boolean.TRUE.equals(disputed));
    }
}
