package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Labelled;

/** What the review of a closed deal waits for. */
public enum ReviewState implements Labelled {
    TO_WRITE("To be written", "待撰写"),
    TO_ASK("Customer to be asked", "待回访客户"),
    TO_ACCEPT("To be accepted", "待审核"),
    ACCEPTED("Accepted", "已通过");

    private final String english;
    private final String chinese;

    ReviewState(String english, String chinese) {
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
