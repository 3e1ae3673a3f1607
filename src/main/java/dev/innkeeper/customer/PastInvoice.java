package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the past.
 *
 * @param number its number in the system that kept it, 1 to 100 characters
 * @param customer the id of the customer there, or ours
 * @param contact what the row says of a customer who is not known yet
 * @param issuedOn the day of the invoice, not in the future
 * @param dueOn the day until which it is to be paid, not before the day of the invoice
 * @param amount in CNY, more than nothing
 * @param disputed whether the customer contests it; null where the row does not say
 * @param settledOn the day on which it was paid in full, not in the future; null where it was not,
 *     or where the row does not say
 */
public record PastInvoice(
        String number,
        String customer,
        Contact contact,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        @Nullable Boolean disputed,
        @Nullable LocalDate settledOn) {}
