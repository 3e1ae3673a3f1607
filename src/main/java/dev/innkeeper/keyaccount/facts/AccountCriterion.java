package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** What speaks for treating a customer as a key account. */
public enum AccountCriterion implements Labelled {
    LONG_CONTRACT("Long and valuable contract", "长期高额合同"),
    SHARE_OF_SALES("Share of our sales", "销售占比"),
    GROSS_MARGIN("Gross margin above average", "毛利高于平均"),
    GOOD_CREDIT("Good credit", "信用良好"),
    STRATEGIC("Strategic", "战略意义"),
    ADVANCED_MANAGEMENT("Advanced management", "管理先进");

    private final String english;
    private final String chinese;

    AccountCriterion(String english, String chinese) {
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
