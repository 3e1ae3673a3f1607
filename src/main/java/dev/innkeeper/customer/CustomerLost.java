package dev.innkeeper.customer;

/**
 * A customer counts as lost from now on.
 *
 * @param customerId the customer
 */
public record CustomerLost(String customerId) {}
