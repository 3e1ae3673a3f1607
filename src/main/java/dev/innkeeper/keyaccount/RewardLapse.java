package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Labelled;

/** Why a reward will not be paid. */
public enum RewardLapse implements Labelled {
    /** The deal was lost, discarded or joined to another one. */
    DEAL_NOT_WON("The deal was not won", "商机未成交"),
    /** Two other partners were registered earlier. */
    TWO_BEFORE("Two other partners were registered earlier", "另有两位合作伙伴登记在先"),
    /** A condition is missing that can no longer come true. */
    NOT_ELIGIBLE("Not eligible", "不符合条件"),
    /** The approver said no. */
    REFUSED("Not approved", "未获批准"),
    /** The contract was cancelled before the reward was paid. */
    CANCELLED("The contract was cancelled", "合同已取消"),
    /** The partner did not claim it in time. */
    NOT_CLAIMED("Not claimed in time", "逾期未申领");

    private final String english;
    private final String chinese;

    RewardLapse(String english, String chinese) {
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
