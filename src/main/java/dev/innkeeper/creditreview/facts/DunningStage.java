package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Labelled;

/** How far the dunning of a customer has come, mildest first. */
public enum DunningStage implements Labelled {
    NONE("None", "无"),
    REMINDER("Reminder", "提醒"),
    CALL("Call", "电话催收"),
    LETTER("Letter", "催款函"),
    HANDED_OVER("Handed over", "移交处理");

    private final String english;
    private final String chinese;

    DunningStage(String english, String chinese) {
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
