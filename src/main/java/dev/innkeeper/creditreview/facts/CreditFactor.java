package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Labelled;

/** What the credit of a customer is judged on. */
public enum CreditFactor implements Labelled {
    FINANCES("Finances", "财务状况"),
    PAYMENT_BEHAVIOUR("Payment behaviour", "付款行为"),
    COMPANY("Quality of the company", "企业素质"),
    GUARANTEES("Guarantees", "担保"),
    MARKET("Market environment", "市场环境"),
    ECONOMY("Economic environment", "经济环境");

    private final String english;
    private final String chinese;

    CreditFactor(String english, String chinese) {
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
