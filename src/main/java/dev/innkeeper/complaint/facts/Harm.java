package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** What the guest suffered; a later one outweighs an earlier one where a text tells of both. */
public enum Harm implements Labelled {
    NONE("None", "无"),
    INCONVENIENCE("Inconvenience", "不便"),
    FINANCIAL("Financial loss", "经济损失"),
    HEALTH("Health harmed", "健康受损"),
    SAFETY("Safety endangered", "安全受威胁"),
    PRIVACY("Privacy violated", "隐私受侵");

    private final String english;
    private final String chinese;

    Harm(String english, String chinese) {
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
