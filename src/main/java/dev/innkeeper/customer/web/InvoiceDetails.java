package dev.innkeeper.customer.web;

import dev.innkeeper.customer.InvoiceView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invoice on account. */
@Schema(name = "Invoice")
record InvoiceDetails(
        String number,
        String customerId,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Schema(description = "In CNY") BigDecimal amount,
        @Schema(description = "What is still to be paid, in CNY") BigDecimal open,
        @Schema(description = "The day of the payment that settled it, or null")
                @Nullable LocalDate settledOn,
        @Schema(description = "Whether the customer contests it") boolean disputed,
        @Schema(description = "From before the service") boolean imported) {

    static InvoiceDetails of(InvoiceView invoice) {
        return new InvoiceDetails(
                invoice.number(),
                invoice.customerId(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.amount().amount(),
                invoice.open().amount(),
                invoice.settledOn(),
                invoice.disputed(),
                invoice.imported());
    }
}
