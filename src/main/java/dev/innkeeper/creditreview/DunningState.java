package dev.innkeeper.creditreview;

import dev.innkeeper.common.Labelled;

/** How a dunning case stands. */
public enum DunningState implements Labelled {
    /** Something is overdue. */
    OPEN("Open", "处理中"),
    /** Nothing is overdue any more. */
    PAID("Paid", "已付清"),
    /** The general manager took it over: instalments, a lawyer, or writing it off. */
    HANDED_OVER("Handed over", "已移交"),
    /** Finance stopped it, with a reason. */
    WITHDRAWN("Withdrawn", "已撤销");

    private final String english;
    private final String chinese;

    DunningState(String english, String chinese) {
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
