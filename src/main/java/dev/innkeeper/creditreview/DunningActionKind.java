package dev.innkeeper.creditreview;

import dev.innkeeper.common.Labelled;

/** What was done to get the money. */
public enum DunningActionKind implements Labelled {
    /** A reminder left, by e-mail where the customer has an address. */
    REMINDER("Reminder", "催收提醒"),
    /** Somebody called. */
    CALL("Call", "电话"),
    /** A letter was sent. */
    LETTER("Letter", "催款函"),
    /** The general manager took it over. */
    TAKE_OVER("Hand-over", "移交");

    private final String english;
    private final String chinese;

    DunningActionKind(String english, String chinese) {
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
