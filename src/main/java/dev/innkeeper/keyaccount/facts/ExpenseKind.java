package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** What an expense of a deal is for. */
public enum ExpenseKind implements Labelled {
    TRAVEL("Travel", "差旅"),
    ENTERTAINMENT("Entertainment", "招待"),
    SAMPLES("Samples", "样品"),
    OTHER("Other", "其他");

    private final String english;
    private final String chinese;

    ExpenseKind(String english, String chinese) {
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
