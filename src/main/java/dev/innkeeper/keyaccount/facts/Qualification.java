package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The answer of {@code keyaccount/lead-qualification}.
 *
 * @param points what the lead scores
 * @param verdict what becomes of it
 */
public record Qualification(
        @Fact(en = "Points", zh = "得分") int points,
        @Fact(en = "Verdict", zh = "结论") LeadVerdict verdict) {}
