package dev.innkeeper.customer;

import dev.innkeeper.common.Money;

/**
 * What a customer owes.
 *
 * @param open everything that is still to be paid
 * @param overdue what of it was due before the day; disputed invoices not counted
 * @param oldestDaysOverdue days since the oldest of these was due, 0 where none was
 */
public record OpenBalance(Money open, Money overdue, int oldestDaysOverdue) {}
