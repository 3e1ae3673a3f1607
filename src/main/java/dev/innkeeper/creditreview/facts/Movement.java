package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Labelled;

/** Where the terms of a customer go with a review. */
public enum Movement implements Labelled {
    UP("Up", "上调"),
    SAME("Unchanged", "不变"),
    DOWN("Down", "下调");

    private final String english;
    private final String chinese;

    Movement(String english, String chinese) {
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
