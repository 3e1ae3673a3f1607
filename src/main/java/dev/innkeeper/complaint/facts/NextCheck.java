package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * When escalation wants to be asked again.
 *
 * @param clock the clock that is looked at
 * @param percent the share of its time at which
 */
public record NextCheck(
        @Fact(en = "Clock", zh = "时钟") ComplaintClock clock,
        @Fact(en = "Share of the time", zh = "时间比例", unit = "percent") int percent) {}
