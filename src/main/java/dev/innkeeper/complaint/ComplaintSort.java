package dev.innkeeper.complaint;

/** The orders of a list of complaints; ties go by number. */
public enum ComplaintSort {
    RECEIVED_LATEST_FIRST,
    RECEIVED_OLDEST_FIRST,
    /** The gravest first, then the earliest deadline. */
    MOST_URGENT_FIRST,
    /** The earliest running resolve deadline first, those without one last. */
    RESOLVE_BY,
    NUMBER
}
