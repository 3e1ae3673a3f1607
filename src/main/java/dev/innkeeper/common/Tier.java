package dev.innkeeper.common;

/** The tier in which the house keeps a customer. */
public enum Tier implements Labelled {
    LOYAL_REGULAR("Loyal regular", "忠诚的老客户"),
    KEY_ACCOUNT("Key account", "盈利的大客户"),
    STRATEGIC_NEW("Strategic new customer", "有战略意义的新客户"),
    PROMISING_SMALL("Promising small customer", "发展潜力的小客户");

    private final String english;
    private final String chinese;

    Tier(String english, String chinese) {
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
