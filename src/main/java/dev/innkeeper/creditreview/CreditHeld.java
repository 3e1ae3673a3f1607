package dev.innkeeper.creditreview;

/**
 * A customer gets no more credit for now; published in its transaction.
 *
 * @param reason in words
 */
public record CreditHeld(String customerId, String reason) {}
