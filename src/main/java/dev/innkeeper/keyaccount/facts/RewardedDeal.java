package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The deal for which a partner is rewarded.
 *
 * @param won the contract is signed
 * @param firstYearValue what the deal brings in its first year, in CNY; 0 where it is not known
 * @param reviewAccepted the case review is accepted
 * @param firstPaymentReceived the customer paid for the first time
 * @param openAuditFinding an audit finding on the deal is open
 */
@Fact(en = "The deal for which the partner is rewarded", zh = "合作伙伴获奖励的商机")
public record RewardedDeal(
        @Fact(en = "Won", zh = "已赢单") boolean won,
        @Fact(en = "First-year value", zh = "首年金额", unit = "CNY") BigDecimal firstYearValue,
        @Fact(en = "Review accepted", zh = "案例分析已通过") boolean reviewAccepted,
        @Fact(en = "First payment received", zh = "已收到首笔款项") boolean firstPaymentReceived,
        @Fact(en = "Open audit finding", zh = "有未结审计问题") boolean openAuditFinding) {}
