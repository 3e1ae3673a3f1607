package dev.innkeeper.complaint;

/**
 * The remedy is carried out and the guest told.
 *
 * @param words what the guest was told, up to 4,000 characters
 * @param remedyAccepted false where the guest refuses the remedy
 * @param refusalReason why the guest refuses; needed then, else empty
 */
public record Reply(String words, boolean remedyAccepted, String refusalReason) {}
