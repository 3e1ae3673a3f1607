package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * An earlier compensation with a value above 0 that this customer received; the one at hand is not
 * among them.
 *
 * @param nth 1 for the latest, 2 for the one before, and so on
 * @param daysAgo full days since it was granted
 */
@Fact(en = "An earlier compensation of the same customer", zh = "同一客户以往的补偿")
public record EarlierCompensation(
        @Fact(en = "Nth, latest first", zh = "第几次（最近为一）") int nth,
        @Fact(en = "Days ago", zh = "距今天数", unit = "days") int daysAgo) {}
