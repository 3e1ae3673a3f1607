package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.time.LocalDate;

/**
 * A payment of an invoice, or of a part of it.
 *
 * @param externalId its id in the system that keeps it
 * @param invoice the number of the invoice
 * @param customerId our id of the customer
 * @param paidOn the day of the payment
 * @param amount in CNY
 */
public record PaymentView(
        String externalId, String invoice, String customerId, LocalDate paidOn, Money amount) {}
