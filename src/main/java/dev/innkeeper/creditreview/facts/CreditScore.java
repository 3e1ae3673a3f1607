package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.util.List;

/**
 * The answer of {@code creditreview/credit-score}.
 *
 * @param score the sum of all contributions, 0 worst to 100 best, rounded down, so that a threshold
 *     is reached only by who has earned it
 * @param factors what each factor brings, in the order of {@link CreditFactor}
 */
public record CreditScore(
        @Fact(en = "Score", zh = "评分") int score,
        @Fact(en = "Factors", zh = "各因素") List<FactorShare> factors) {

    /** Keeps a copy of the list. */
    public CreditScore {
        factors = List.copyOf(factors);
    }
}
