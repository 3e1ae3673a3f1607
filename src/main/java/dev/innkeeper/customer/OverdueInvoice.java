package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.time.LocalDate;

/**
 * An invoice that should have been paid.
 *
 * @param number its number
 * @param dueOn the day until which it was to be paid
 * @param daysOverdue days since then, from 1
 * @param open what is still to be paid of it
 * @param disputed whether the customer contests it
 */
public record OverdueInvoice(
        String number, LocalDate dueOn, int daysOverdue, Money open, boolean disputed) {}
