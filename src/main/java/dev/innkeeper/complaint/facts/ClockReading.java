package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * A clock of the case that is running; a clock that was met or is paused has no reading.
 *
 * @param clock which clock
 * @param percentElapsed share of its time that is over, rounded down; 100 is the deadline, more is
 *     later
 * @param percentAtLastCheck the same share when escalation was last decided for this clock; -1
 *     where it never was
 */
@Fact(en = "A running clock of the case", zh = "案件中正在运行的时钟")
public record ClockReading(
        @Fact(en = "Clock", zh = "时钟") ComplaintClock clock,
        @Fact(en = "Share of the time elapsed", zh = "已用时间比例", unit = "percent") int percentElapsed,
        @Fact(en = "Share at the last check", zh = "上次检查时比例", unit = "percent")
                int percentAtLastCheck) {}
