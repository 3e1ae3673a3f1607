package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Labelled;

/** How good the credit score of a customer is, best first. */
public enum ScoreBand implements Labelled {
    EXCELLENT("Excellent", "优"),
    GOOD("Good", "良"),
    FAIR("Fair", "中"),
    POOR("Poor", "差");

    private final String english;
    private final String chinese;

    ScoreBand(String english, String chinese) {
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
