package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Labelled;

/** How far the reward of a partner is. */
public enum RewardState implements Labelled {
    /** The partner is registered for the deal. */
    REGISTERED("Registered", "已登记"),
    /** Somebody approved its amount; conditions are still missing. */
    APPROVED("Approved", "已批准"),
    /** Nothing is missing but the partner's claim. */
    EARNED("Earned", "已获得"),
    /** The partner claimed it; finance pays it. */
    PAYABLE("Payable", "待支付"),
    /** It is paid. */
    PAID("Paid", "已支付"),
    /** The contract was cancelled soon after: the partner gives it back. */
    CLAWED_BACK("Clawed back", "已追回"),
    /** It will not be paid. */
    LAPSED("Lapsed", "已失效");

    private final String english;
    private final String chinese;

    RewardState(String english, String chinese) {
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
