package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * An earlier record of the root cause that was found now; the one at hand is not among them.
 *
 * @param nth 1 for the latest, 2 for the one before, and so on
 * @param daysAgo full days since it was recorded
 */
@Fact(en = "An earlier record of the same root cause", zh = "同一根本原因的以往记录")
public record SameCause(
        @Fact(en = "Nth, latest first", zh = "第几次（最近为一）") int nth,
        @Fact(en = "Days ago", zh = "距今天数", unit = "days") int daysAgo) {}
