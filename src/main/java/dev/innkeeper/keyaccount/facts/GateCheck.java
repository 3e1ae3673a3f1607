package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What a deal brings to the gate of its next stage.
 *
 * @param to the stage that it is to enter
 * @param contactVerified somebody checked the contact
 * @param needDescribed what the customer needs is written down
 * @param planApproved the plan of the deal is approved
 * @param teamSize people in the team
 * @param budget the whole budget of the plan, in CNY; 0 where there is none
 * @param proposalDated there is a proposal with a date
 * @param value what the deal is worth, in CNY; 0 where it is not set
 * @param topLevelContact the house spoke with the top level of the customer
 * @param customerAnswered the customer answered the proposal
 * @param competitorStated a competitor is named, or said not to be there
 * @param contractNumbered the contract has a number
 * @param termMonths the term of the contract; 0 where it is not set
 * @param prepaid the customer pays in advance
 * @param reasonGiven the reason why the deal ends is given
 */
@Fact(en = "The deal before the gate of its next stage", zh = "进入下一阶段前的商机")
public record GateCheck(
        @Fact(en = "Stage to enter", zh = "拟进入阶段") Stage to,
        @Fact(en = "Contact verified", zh = "联系人已核实") boolean contactVerified,
        @Fact(en = "Need described", zh = "需求已描述") boolean needDescribed,
        @Fact(en = "Plan approved", zh = "计划已批准") boolean planApproved,
        @Fact(en = "People in the team", zh = "团队人数") int teamSize,
        @Fact(en = "Budget", zh = "预算", unit = "CNY") BigDecimal budget,
        @Fact(en = "Proposal dated", zh = "报价已注明日期") boolean proposalDated,
        @Fact(en = "Value", zh = "金额", unit = "CNY") BigDecimal value,
        @Fact(en = "Top level contacted", zh = "已接触高层") boolean topLevelContact,
        @Fact(en = "Customer answered", zh = "客户已答复") boolean customerAnswered,
        @Fact(en = "Competitor stated", zh = "竞争对手已说明") boolean competitorStated,
        @Fact(en = "Contract numbered", zh = "合同已编号") boolean contractNumbered,
        @Fact(en = "Term", zh = "合同期限", unit = "months") int termMonths,
        @Fact(en = "Prepaid", zh = "预付") boolean prepaid,
        @Fact(en = "Reason given", zh = "已说明原因") boolean reasonGiven) {}
