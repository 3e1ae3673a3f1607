package dev.innkeeper.creditreview;

import dev.innkeeper.common.Labelled;

/** How far a credit review is. */
public enum CreditReviewState implements Labelled {
    /** The figures are to be collected. */
    OPENED("Opened", "已开启"),
    /** Two departments assess what no figure says. */
    ASSESSING("Being assessed", "评估中"),
    /** Both have assessed it; the rules are asked. */
    JUDGING("Being judged", "评定中"),
    /** Somebody is to approve the terms. */
    APPROVING("Awaiting approval", "待审批"),
    /** The terms are to be applied. */
    APPROVED("Approved", "已批准"),
    /** The terms hold. */
    APPLIED("Applied", "已生效"),
    /** The old terms stay. */
    REJECTED("Rejected", "已否决"),
    /** It was cancelled with a reason. */
    WITHDRAWN("Withdrawn", "已撤回");

    private final String english;
    private final String chinese;

    CreditReviewState(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
