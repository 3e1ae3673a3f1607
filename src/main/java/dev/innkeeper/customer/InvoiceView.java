package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice on account.
 *
 * @param number its number in the system that keeps it
 * @param customerId our id of the customer
 * @param issuedOn the day of the invoice
 * @param dueOn the day until which it is to be paid
 * @param amount in CNY
 * @param open what is still to be paid, by the payments entered so far
 * @param settledOn the day of the payment that settled it, or null
 * @param disputed whether the customer contests it
 * @param imported it is from before the service
 */
public record InvoiceView(
        String number,
        String customerId,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Money open,
        @Nullable LocalDate settledOn,
        boolean disputed,
        boolean imported) {}
