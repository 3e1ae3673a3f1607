package dev.innkeeper.complaint;

/**
 * The guest was thanked and an apology made.
 *
 * @param words what the guest was told, up to 4,000 characters
 */
public record Acknowledgement(String words) {}
