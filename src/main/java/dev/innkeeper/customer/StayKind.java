package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** What a customer came for. */
public enum StayKind implements Labelled {
    STAY("Stay", "住宿"),
    VISIT("Visit to a restaurant", "餐饮消费"),
    EVENT("Event", "宴会活动");

    private final String english;
    private final String chinese;

    StayKind(String english, String chinese) {
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
