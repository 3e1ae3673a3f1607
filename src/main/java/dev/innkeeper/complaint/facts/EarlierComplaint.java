package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * Another complaint of the same customer, linked ones included; the complaint at hand is not among
 * them.
 *
 * @param nth 1 for the latest, 2 for the one before, and so on
 * @param daysAgo full days from its receipt to the receipt of the complaint at hand
 */
@Fact(en = "Another complaint of the same customer", zh = "同一客户的其他投诉")
public record EarlierComplaint(
        @Fact(en = "Nth, latest first", zh = "第几次（最近为一）") int nth,
        @Fact(en = "Days ago", zh = "距今天数", unit = "days") int daysAgo) {}
