package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Labelled;

/** What the house offers to a customer, the most first. */
public enum OfferKind implements Labelled {
    VISIT_AND_NIGHT("Personal visit and a night", "登门拜访并赠送一晚住宿"),
    VOUCHER("Voucher", "代金券"),
    NONE("No offer", "无优惠");

    private final String english;
    private final String chinese;

    OfferKind(String english, String chinese) {
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
