package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.time.LocalDate;

/**
 * A payment of an invoice, or of a part of it.
 *
 * @param externalId its id in the system that keeps it, 1 to 120 characters
 * @param invoice the number of the invoice
 * @param paidOn the day of the payment, not in the future
 * @param amount in CNY, more than nothing and at most what is open
 */
public record NewPayment(String externalId, String invoice, LocalDate paidOn, Money amount) {}
