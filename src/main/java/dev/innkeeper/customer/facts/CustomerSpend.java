package dev.innkeeper.customer.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What a customer spends of late.
 *
 * @param last90Days CNY in the last 90 days
 * @param before90Days CNY in the 90 days before
 */
@Fact(en = "What the customer spends of late", zh = "客户近期消费")
public record CustomerSpend(
        @Fact(en = "Last 90 days", zh = "近90天", unit = "CNY") BigDecimal last90Days,
        @Fact(en = "The 90 days before", zh = "此前90天", unit = "CNY") BigDecimal before90Days) {}
