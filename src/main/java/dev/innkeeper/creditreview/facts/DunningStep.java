package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;

/**
 * The answer of {@code creditreview/dunning-stage}.
 *
 * @param stage how far the dunning goes now
 * @param hold the customer gets no more credit
 * @param release credit that was held for the dunning is given again; neither hold nor release
 *     while all that is overdue is disputed
 * @param nextCheckDays days until the customer is looked at again
 */
public record DunningStep(
        @Fact(en = "Stage", zh = "催收阶段") DunningStage stage,
        @Fact(en = "Hold", zh = "冻结信用") boolean hold,
        @Fact(en = "Release", zh = "解除冻结") boolean release,
        @Fact(en = "Next check after", zh = "下次检查间隔", unit = "days") int nextCheckDays) {}
