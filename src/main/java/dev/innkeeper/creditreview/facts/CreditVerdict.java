package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Labelled;

/** Whether a guest may sign the bill, strictest first. */
public enum CreditVerdict implements Labelled {
    REFUSE("Refuse", "拒绝"),
    DEPOSIT("Ask for a deposit", "收取押金"),
    APPROVE("Approve", "同意");

    private final String english;
    private final String chinese;

    CreditVerdict(String english, String chinese) {
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
