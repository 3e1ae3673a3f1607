package dev.innkeeper.customer;

/**
 * Two files of one customer were merged, or a merge was undone.
 *
 * @param survivor the file that stays
 * @param other the file that went into it, or came out of it again
 * @param undone it came out again
 */
public record CustomersMerged(String survivor, String other, boolean undone) {}
