package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** How much the prospect needs what the house offers. */
public enum Need implements Labelled {
    CLEAR("Clear need", "需求明确"),
    LATENT("Latent need", "潜在需求"),
    NONE("No need", "无需求");

    private final String english;
    private final String chinese;

    Need(String english, String chinese) {
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
