package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;

/**
 * The complaint for which {@code complaint/linking} looks for an earlier one.
 *
 * @param category what it is about
 */
@Fact(en = "The complaint that came in now", zh = "新收到的投诉")
public record NewComplaint(@Fact(en = "Category", zh = "类别") Category category) {}
