package dev.innkeeper.complaint;

/** How a callback ended. */
public enum CallbackOutcome {
    /** Reached and satisfied. */
    SATISFIED,
    /** Reached and not satisfied: the complaint is reopened. */
    UNSATISFIED,
    /** Not reached; another attempt is due. */
    TRY_AGAIN,
    /** Not reached at the last attempt: closed as such. */
    NOT_REACHED
}
