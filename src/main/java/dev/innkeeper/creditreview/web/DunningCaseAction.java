package dev.innkeeper.creditreview.web;

/** What can be done with a dunning case. */
enum DunningCaseAction {
    CALL,
    SEND_LETTER,
    TAKE_OVER,
    WITHDRAW,
    COMMENT
}
