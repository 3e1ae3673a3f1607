package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** What a deal may have to bring before it moves to the next stage. */
public enum GateItem implements Labelled {
    VERIFIED_CONTACT("Verified contact", "已核实的联系人"),
    NEED_DESCRIBED("Description of the need", "需求描述"),
    APPROVED_PLAN("Approved plan", "已批准的计划"),
    TEAM("Team", "团队"),
    BUDGET("Budget", "预算"),
    DATED_PROPOSAL("Dated proposal", "注明日期的报价"),
    VALUE("Value", "金额"),
    TOP_LEVEL_CONTACT("Top-level contact", "高层接触"),
    CUSTOMERS_ANSWER("Customer's answer", "客户答复"),
    COMPETITOR("Competitor", "竞争对手"),
    CONTRACT_NUMBER("Contract number", "合同编号"),
    TERM("Term in months", "合同期限（月）"),
    CREDIT("Credit terms or prepayment", "信用条件或预付"),
    REASON("Reason", "原因");

    private final String english;
    private final String chinese;

    GateItem(String english, String chinese) {
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
