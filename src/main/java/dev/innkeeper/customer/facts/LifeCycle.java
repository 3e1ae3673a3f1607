package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Labelled;

/** The stages of a customer with the house, from first to last. */
public enum LifeCycle implements Labelled {
    ACQUISITION("Acquisition", "开发期"),
    GROWTH("Growth", "成长期"),
    MATURE("Mature", "成熟期"),
    DECLINE("Decline", "衰退期"),
    LOST("Lost", "已流失");

    private final String english;
    private final String chinese;

    LifeCycle(String english, String chinese) {
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
