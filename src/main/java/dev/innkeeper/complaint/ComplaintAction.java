package dev.innkeeper.complaint;

/** What a person may do to a complaint next. */
public enum ComplaintAction {
    ACKNOWLEDGE,
    CORRECT_TRIAGE,
    INVESTIGATE,
    APPROVE_COMPENSATION,
    REPLY,
    CALL_BACK,
    MESSAGE,
    ATTACH,
    COMMENT,
    REGRADE,
    WITHDRAW
}
