package dev.innkeeper.creditreview;

/**
 * A customer gets credit again; published in its transaction.
 *
 * @param reason in words
 */
public record CreditReleased(String customerId, String reason) {}
