package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** Why a new customer is worth an effort. */
public enum StrategicMark implements Labelled {
    /** A name that others know. */
    BRAND("A strong brand", "品牌客户"),
    /** A customer whom others follow. */
    REFERENCE("A reference", "标杆客户"),
    /** The first in a field that is new to the house. */
    NEW_FIELD("A new field", "新领域客户");

    private final String english;
    private final String chinese;

    StrategicMark(String english, String chinese) {
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
