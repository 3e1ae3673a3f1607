package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** What becomes of an expense claim, strictest first. */
public enum ExpenseVerdict implements Labelled {
    REFUSED("Refused", "拒绝"),
    APPROVAL("Approval needed", "需审批"),
    ACCEPTED("Accepted", "接受");

    private final String english;
    private final String chinese;

    ExpenseVerdict(String english, String chinese) {
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
