package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * How much of the house's sales the customer brings.
 *
 * @param percent of the sales of twelve months
 */
@Fact(en = "The customer's share of our sales", zh = "客户占本店销售额的比例")
public record SalesShare(@Fact(en = "Share", zh = "占比", unit = "percent") BigDecimal percent) {}
