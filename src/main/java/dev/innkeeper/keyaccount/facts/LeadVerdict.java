package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** What becomes of a lead. */
public enum LeadVerdict implements Labelled {
    QUALIFY("Qualify", "确认有效"),
    NURTURE("Nurture", "继续培育"),
    DISCARD("Discard", "放弃");

    private final String english;
    private final String chinese;

    LeadVerdict(String english, String chinese) {
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
