package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** What has to be so before a partner gets a reward. */
public enum RewardCondition implements Labelled {
    REGISTERED_BEFORE_LEAD("Registered before the lead", "先于线索登记"),
    DEAL_WON("Deal won", "已赢单"),
    REVIEW_ACCEPTED("Case review accepted", "案例分析已通过"),
    FIRST_PAYMENT("First payment received", "已收到首笔款项"),
    NO_EMPLOYEE_OF_OURS("No employee of ours", "非本单位员工"),
    NO_EMPLOYEE_OF_THE_CUSTOMER("No employee of the customer", "非客户员工"),
    NO_AUDIT_FINDING("No open audit finding", "无未结审计问题"),
    CLAIMED_IN_TIME("Claimed in time", "按期申领");

    private final String english;
    private final String chinese;

    RewardCondition(String english, String chinese) {
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
