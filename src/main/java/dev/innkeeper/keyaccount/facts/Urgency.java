package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** How soon a deal is expected, soonest first. */
public enum Urgency implements Labelled {
    URGENT("Urgent", "紧急"),
    SOON("Soon", "较急"),
    NOT_URGENT("Not urgent", "不急"),
    SLOW("Slow", "缓慢");

    private final String english;
    private final String chinese;

    Urgency(String english, String chinese) {
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
