package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** A stage of a deal, in the order in which a deal passes them, then how it ends. */
public enum Stage implements Labelled {
    LEAD("Lead", "线索"),
    QUALIFIED("Qualified", "已确认"),
    PLANNED("Planned", "已计划"),
    PROPOSED("Proposed", "已报价"),
    NEGOTIATING("Negotiating", "谈判中"),
    WON("Won", "赢单"),
    LOST("Lost", "丢单"),
    DISCARDED("Discarded", "已放弃"),
    LINKED("Linked to another deal", "已并入");

    private final String english;
    private final String chinese;

    Stage(String english, String chinese) {
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
