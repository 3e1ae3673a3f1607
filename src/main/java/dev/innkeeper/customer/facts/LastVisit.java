package dev.innkeeper.customer.facts;

import dev.innkeeper.decision.Fact;

/**
 * The last visit of a customer; absent where there was none.
 *
 * @param daysAgo days since
 */
@Fact(en = "The last visit, where there was one", zh = "最近一次光顾（有时）")
public record LastVisit(@Fact(en = "Days ago", zh = "距今", unit = "days") int daysAgo) {}
