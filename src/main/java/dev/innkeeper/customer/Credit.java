package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The credit that the house grants a customer.
 *
 * @param limit in CNY, or null where none is set
 * @param score how good the credit is, 0 to 100, or null where it was not judged
 * @param hold no more credit for now
 */
public record Credit(@Nullable Money limit, @Nullable Integer score, boolean hold) {

    private static final int BEST = 100;

    /**
     * Checks the score.
     *
     * @throws Refusal INVALID where it is not from 0 to 100
     */
    public Credit {
        if (score != null && (score < 0 || score > BEST)) {
            throw Refusal.invalid(
                    "score",
                    "The score is from 0 to 100. | 信用分为0至100。",
                    "Give a figure from 0 to 100, or leave it out. | 请填写0至100，或留空。");
        }
    }
}
