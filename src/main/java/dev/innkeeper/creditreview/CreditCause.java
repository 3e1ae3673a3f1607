package dev.innkeeper.creditreview;

import dev.innkeeper.common.Labelled;

/** Why the credit of a customer is reviewed. */
public enum CreditCause implements Labelled {
    /** The interval of the last review is over. */
    DUE("Review due", "定期核查到期"),
    /** An invoice is overdue for so long that the rules raise it; the key is its number. */
    OVERDUE("Long overdue", "长期逾期"),
    /** So much of the limit is in use that the rules raise it; the key is the moment. */
    LIMIT_USE("Limit nearly used up", "额度将用尽"),
    /** People who matter at the customer changed. */
    KEY_PERSONNEL("Key personnel changed", "关键人员变动"),
    /** The customer has other owners. */
    OWNERSHIP("Ownership changed", "所有权变更"),
    /** The customer complained of a bill with reason; the key is the complaint. */
    COMPLAINT("Justified billing complaint", "账单投诉属实"),
    /** A deal needs credit; the key is the deal. */
    DEAL("Asked for by a deal", "商机要求"),
    /** A deal was won; the key is the deal. */
    DEAL_WON("Deal won", "商机赢单"),
    /** Somebody asked for it. */
    REQUEST("Request", "申请核查");

    private final String english;
    private final String chinese;

    CreditCause(String english, String chinese) {
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
