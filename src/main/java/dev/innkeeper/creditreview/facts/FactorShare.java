package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What one factor brings to a credit score.
 *
 * @param factor the factor
 * @param points how good the customer is in it, 0 to 100, with at most two decimals
 * @param weight how much it counts; percent where the weights come to 100
 * @param contribution what it brings to the score: its points by its weight
 */
public record FactorShare(
        @Fact(en = "Factor", zh = "因素") CreditFactor factor,
        @Fact(en = "Points", zh = "得分") BigDecimal points,
        @Fact(en = "Weight", zh = "权重", unit = "%") int weight,
        @Fact(en = "Contribution", zh = "贡献分") BigDecimal contribution) {}
