package dev.innkeeper.customer;

/**
 * A customer contests an invoice, or no longer does; published in the transaction that notes it.
 *
 * @param customerId whose it is
 * @param invoice its number
 * @param disputed whether the customer contests it now
 */
public record InvoiceDisputed(String customerId, String invoice, boolean disputed) {}
