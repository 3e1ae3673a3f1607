package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Tier;
import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The customer whose terms are set.
 *
 * @param score the credit score, 0 worst to 100 best
 * @param tier the tier in which the house keeps the customer
 * @param averageMonthlySpend CNY a month, over the last 12 months
 * @param plannedMonthlySpend CNY a month that the customer is expected to spend; 0 where nobody
 *     planned any
 */
@Fact(en = "The customer whose terms are set", zh = "待定条件的客户")
public record ScoredCustomer(
        @Fact(en = "Score", zh = "评分", values = "0 to 100") int score,
        @Fact(en = "Tier", zh = "客户类别") Tier tier,
        @Fact(en = "Average monthly spend", zh = "月均消费", unit = "CNY")
                BigDecimal averageMonthlySpend,
        @Fact(en = "Planned monthly spend", zh = "计划月消费", unit = "CNY")
                BigDecimal plannedMonthlySpend) {}
