package dev.innkeeper.creditreview;

/** What can be done next with a credit review. */
public enum CreditReviewAction {
    ASSESS_COMPANY,
    ASSESS_FINANCES,
    APPROVE,
    INFORM_CUSTOMER,
    WITHDRAW
}
