package dev.innkeeper.complaint;

/**
 * The answerable department's answer.
 *
 * @param cause why it happened, 1 to 4,000 characters
 * @param measure what is done so that it does not happen again, 1 to 4,000 characters
 */
public record Statement(String cause, String measure) {}
