package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** What a case of customer care waits for. */
public enum CareState implements Labelled {
    TO_DECIDE("To be decided", "待判定"),
    TO_CALL("To be called", "待致电"),
    TO_CALL_AGAIN("To be called again", "待再次致电"),
    TO_OFFER("Offer to be made", "待提出优惠"),
    WAITING("Waiting for the answer", "等待答复"),
    CLOSED("Closed", "已结束"),
    WITHDRAWN("Withdrawn", "已撤销");

    private final String english;
    private final String chinese;

    CareState(String english, String chinese) {
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
