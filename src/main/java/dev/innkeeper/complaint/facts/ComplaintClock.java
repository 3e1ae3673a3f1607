package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** The two clocks of a complaint. */
public enum ComplaintClock implements Labelled {
    ACKNOWLEDGE("Acknowledge", "受理致歉"),
    RESOLVE("Resolve", "解决回复");

    private final String english;
    private final String chinese;

    ComplaintClock(String english, String chinese) {
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
