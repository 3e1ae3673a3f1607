package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * The banquet or other event to which the complaint refers, where its times are known.
 *
 * @param minutesSinceStart full minutes since it began; negative before that
 * @param minutesToEnd minutes until it ends, a begun minute counted in full; zero or negative when
 *     it is over
 */
@Fact(en = "The event that the complaint refers to", zh = "投诉涉及的宴会或活动")
public record BookedEvent(
        @Fact(en = "Minutes since it began", zh = "已开始分钟数", unit = "minutes")
                long minutesSinceStart,
        @Fact(en = "Minutes to its end", zh = "距结束分钟数", unit = "minutes") long minutesToEnd) {}
