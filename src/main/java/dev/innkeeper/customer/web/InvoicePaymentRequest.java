package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Money;
import dev.innkeeper.customer.NewPayment;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A payment of an invoice as a caller enters one. */
@Schema(name = "NewInvoicePayment", description = "A payment of an invoice, or of a part of it")
record InvoicePaymentRequest(
        @Schema(
                        description = "Its id in your system",
                        minLength = 1,
                        maxLength = 120,
                        example = "BANK-2026-0042")
                @NotNull
                @PlainText(max = 120)
                @Nullable String externalId,
        @Schema(
                        description = "The number of the invoice",
                        minLength = 1,
                        maxLength = 100,
                        example = "RE-2026-0815")
                @NotNull
                @PlainText(max = 100)
                @Nullable String invoice,
        @Schema(description = "The day of the payment, not in the future", example = "2026-03-01")
                @NotNull
                @Nullable LocalDate paidOn,
        @Schema(description = "In CNY, more than 0, at most what is open", example = "5000")
                @NotNull
                @Yuan
                @Nullable BigDecimal amount) {

    /** What the desk takes; call only where the request is valid. */
    NewPayment toPayment() {
        return new NewPayment(
                Objects.requireNonNull(externalId).strip(),
                Objects.requireNonNull(invoice).strip(),
                Objects.requireNonNull(paidOn),
                new Money(Objects.requireNonNull(amount)));
    }
}
