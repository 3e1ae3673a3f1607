package dev.innkeeper.keyaccount;

/** The order of a list of deals. */
public enum DealSort {
    REGISTERED_LATEST_FIRST,
    REGISTERED_OLDEST_FIRST,
    VALUE,
    EXPECTED_CLOSE,
    NUMBER
}
