package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * What the house judges of the customer.
 *
 * @param grossMarginAboveAverage the customer brings more gross margin than the average customer
 * @param strategic the customer counts as a brand or as a reference
 * @param advancedManagement the house learns from how the customer is managed
 */
@Fact(en = "What the house judges of the customer", zh = "对客户的评价")
public record AccountTraits(
        @Fact(en = "Gross margin above average", zh = "毛利高于平均") boolean grossMarginAboveAverage,
        @Fact(en = "Strategic", zh = "有战略意义") boolean strategic,
        @Fact(en = "Advanced management", zh = "管理先进") boolean advancedManagement) {}
