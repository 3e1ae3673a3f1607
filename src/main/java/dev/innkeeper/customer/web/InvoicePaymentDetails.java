package dev.innkeeper.customer.web;

import dev.innkeeper.customer.PaymentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A payment of an invoice, or of a part of it. */
@Schema(name = "InvoicePayment")
record InvoicePaymentDetails(
        String externalId,
        @Schema(description = "The number of the invoice") String invoice,
        String customerId,
        LocalDate paidOn,
        @Schema(description = "In CNY") BigDecimal amount) {

    static InvoicePaymentDetails of(PaymentView payment) {
        return new InvoicePaymentDetails(
                payment.externalId(),
                payment.invoice(),
                payment.customerId(),
                payment.paidOn(),
                payment.amount().amount());
    }
}
