package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** What may be offered to a guest. */
public enum RemedyKind implements Labelled {
    APOLOGY("Apology", "致歉"),
    GIFT("Gift", "礼品"),
    COUPON("Coupon", "优惠券"),
    POINTS("Points", "积分"),
    DISCOUNT("Discount", "折扣"),
    UPGRADE("Upgrade", "升级"),
    REFUND("Refund", "退款");

    private final String english;
    private final String chinese;

    RemedyKind(String english, String chinese) {
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
