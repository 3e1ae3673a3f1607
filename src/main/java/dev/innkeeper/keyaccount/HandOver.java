package dev.innkeeper.keyaccount;

/**
 * A won deal goes from who hunted it to who looks after it.
 *
 * @param farmer the user of key-account service who looks after the customer from now on
 * @param words what is agreed, and what to look after
 */
public record HandOver(String farmer, String words) {}
