package dev.innkeeper.complaint;

/**
 * The answer to a proposed compensation.
 *
 * @param approved whether it may be given
 * @param reason why; needed for a rejection, up to 4,000 characters
 */
public record Approval(boolean approved, String reason) {}
