package dev.innkeeper.complaint.facts;

/** What may be offered to a guest. */
public enum RemedyKind {
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

    /** The label in English. */
    public String english() {
        return english;
    }

    /** The label in simplified Chinese. */
    public String chinese() {
        return chinese;
    }
}
