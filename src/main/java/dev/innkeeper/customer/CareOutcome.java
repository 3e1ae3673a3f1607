package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** How care for a customer ended. */
public enum CareOutcome implements Labelled {
    RETURNED("Came back", "已再次光临"),
    ACCEPTED("Accepted the offer", "接受优惠"),
    DECLINED("Declined the offer", "谢绝优惠"),
    NO_ANSWER("Did not answer the offer", "未答复优惠"),
    NOT_REACHED("Not reached", "未联系上"),
    NO_OFFER("No offer made", "未提供优惠");

    private final String english;
    private final String chinese;

    CareOutcome(String english, String chinese) {
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
