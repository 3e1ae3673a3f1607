package dev.innkeeper.customer.facts;

import dev.innkeeper.decision.Fact;

/**
 * How often a customer comes. A visit is a stay, a meal or an event; of a customer of whom the
 * house knows none, each day on which it was billed.
 *
 * @param daysSinceFirst days since the customer was first seen
 * @param visits12Months visits in the last 12 months
 * @param months12Months calendar months with a visit among them
 */
@Fact(en = "How often the customer comes", zh = "客户光顾频率")
public record CustomerVisits(
        @Fact(en = "Since first seen", zh = "首次光顾至今", unit = "days") int daysSinceFirst,
        @Fact(en = "Visits in 12 months", zh = "12个月光顾次数") int visits12Months,
        @Fact(en = "Months with a visit in 12 months", zh = "12个月中有光顾的月份数") int months12Months) {}
