package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Labelled;

/** Why the house thinks of a customer. */
public enum CareCause implements Labelled {
    ABSENT("A regular stays away", "老客户久未光顾"),
    FEW_VISITS("A regular comes seldom", "老客户光顾减少"),
    LOST("The customer is lost", "客户流失"),
    BIRTHDAY("Birthday", "生日"),
    HOLIDAY("Holiday", "节日");

    private final String english;
    private final String chinese;

    CareCause(String english, String chinese) {
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
