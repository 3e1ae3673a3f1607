package dev.innkeeper.keyaccount;

/**
 * What the person says who has to accept or approve the work or wish of somebody else.
 *
 * @param accepted yes or no
 * @param reason why, in words; needed where the answer is no
 */
public record Verdict(boolean accepted, String reason) {}
