package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Labelled;

/** How an expense claim stands. */
public enum ExpenseState implements Labelled {
    CLAIMED("Claimed", "已申报"),
    AWAITING_APPROVAL("Waits for approval", "待审批"),
    APPROVED("Approved", "已批准"),
    BOOKED("Booked on the deal", "已入账"),
    REFUSED("Refused", "已拒绝");

    private final String english;
    private final String chinese;

    ExpenseState(String english, String chinese) {
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
