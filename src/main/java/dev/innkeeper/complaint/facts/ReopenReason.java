package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** Why a complaint that had its answer is taken up again. */
public enum ReopenReason implements Labelled {
    REMEDY_REFUSED("The guest refused the remedy", "客人拒绝补救方案"),
    NOT_SATISFIED("The guest was not satisfied at the callback", "回访时客人不满意");

    private final String english;
    private final String chinese;

    ReopenReason(String english, String chinese) {
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
