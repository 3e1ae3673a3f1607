package dev.innkeeper.customer.imports;

import dev.innkeeper.common.Labelled;

/** What the rows of a file are. */
public enum ImportKind implements Labelled {
    CUSTOMERS("Customers", "客户"),
    STAYS("Stays", "消费记录"),
    INVOICES("Invoices", "账单"),
    PAYMENTS("Payments", "付款");

    private final String english;
    private final String chinese;

    ImportKind(String english, String chinese) {
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
