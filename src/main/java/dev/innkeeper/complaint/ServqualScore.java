package dev.innkeeper.complaint;

import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.facts.ServqualDimension;

/**
 * What the guest expected and perceived of one dimension of service quality.
 *
 * @param dimension the dimension
 * @param expected 1 to 7
 * @param perceived 1 to 7
 */
public record ServqualScore(ServqualDimension dimension, int expected, int perceived) {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 7;

    /** Checks both scores. */
    public ServqualScore {
        check("expected", expected);
        check("perceived", perceived);
    }

    private static void check(String field, int score) {
        if (score < LOWEST || score > HIGHEST) {
            throw Refusal.invalid(
                    field,
                    "A score of %1$d is not on the scale. | 评分%1$d不在范围内。".formatted(score),
                    "Give a whole number from 1 to 7. | 请填写1至7的整数。");
        }
    }
}
