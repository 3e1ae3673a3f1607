package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.time.LocalDate;

/**
 * An invoice on account, as told by the system that keeps it.
 *
 * @param number its number there, 1 to 100 characters
 * @param customerId our id of the customer, or the one in another system
 * @param issuedOn the day of the invoice, not in the future
 * @param dueOn the day until which it is to be paid, not before the day of the invoice
 * @param amount in CNY, more than nothing
 * @param disputed whether the customer contests it
 */
public record NewInvoice(
        String number,
        String customerId,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        boolean disputed) {}
