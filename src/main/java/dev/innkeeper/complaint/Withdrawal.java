package dev.innkeeper.complaint;

/**
 * The guest takes the complaint back.
 *
 * @param reason why, 1 to 4,000 characters
 */
public record Withdrawal(String reason) {}
