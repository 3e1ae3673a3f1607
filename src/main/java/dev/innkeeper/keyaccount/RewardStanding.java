package dev.innkeeper.keyaccount;

/** What an approved reward waits for. */
public enum RewardStanding {
    /** For a condition that can still come true. */
    CONDITIONS,
    /** For the claim of the partner. */
    CLAIM,
    /** For finance, who pay it. */
    PAYMENT,
    /** For nothing more. */
    NOTHING
}
