package dev.innkeeper.complaint;

/**
 * Quality's verdict on a measure.
 *
 * @param effective whether it had its effect
 * @param words what was seen, 1 to 4,000 characters
 */
public record Verification(boolean effective, String words) {}
