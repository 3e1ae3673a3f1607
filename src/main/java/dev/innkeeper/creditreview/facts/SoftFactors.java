package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;

/**
 * What people of the house judge of a customer, each from 0 worst to 100 best.
 *
 * @param finances the customer's finances
 * @param guarantees what secures the customer's debts
 * @param company the quality of the company
 * @param market the market in which the customer works
 * @param economy the economy in which the customer works
 */
@Fact(en = "What people judge of the customer", zh = "对客户的主观评估")
public record SoftFactors(
        @Fact(en = "Finances", zh = "财务状况", values = "0 to 100") int finances,
        @Fact(en = "Guarantees", zh = "担保", values = "0 to 100") int guarantees,
        @Fact(en = "Quality of the company", zh = "企业素质", values = "0 to 100") int company,
        @Fact(en = "Market environment", zh = "市场环境", values = "0 to 100") int market,
        @Fact(en = "Economic environment", zh = "经济环境", values = "0 to 100") int economy) {}
