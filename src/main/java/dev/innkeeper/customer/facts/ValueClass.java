package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Labelled;

/** What a customer is worth by its share of the turnover, most first. */
public enum ValueClass implements Labelled {
    A("Class A", "A类"),
    B("Class B", "B类"),
    C("Class C", "C类");

    private final String english;
    private final String chinese;

    ValueClass(String english, String chinese) {
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
