package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** How grave a complaint is, gravest first. */
public enum Severity implements Labelled {
    S1("S1 critical", "S1 特急"),
    S2("S2 urgent", "S2 紧急"),
    S3("S3 normal", "S3 一般"),
    S4("S4 minor", "S4 轻微");

    private final String english;
    private final String chinese;

    Severity(String english, String chinese) {
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
