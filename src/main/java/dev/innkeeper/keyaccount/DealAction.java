package dev.innkeeper.keyaccount;

/** What can be done next with a deal. */
public enum DealAction {
    VERIFY,
    PLAN,
    APPROVE_PLAN,
    PROPOSE,
    NEGOTIATE,
    CLOSE,
    FOLLOW_UP,
    DECIDE_OUTCOME,
    PAY,
    CANCEL,
    HAND_OVER,
    ASSIGN,
    COMMENT
}
