package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** What the investigation found. */
public enum Finding implements Labelled {
    JUSTIFIED("Justified", "属实"),
    PARTLY("Partly justified", "部分属实"),
    UNJUSTIFIED("Not justified", "不属实");

    private final String english;
    private final String chinese;

    Finding(String english, String chinese) {
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
