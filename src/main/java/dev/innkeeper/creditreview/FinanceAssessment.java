package dev.innkeeper.creditreview;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What finance says of a customer's means.
 *
 * @param finances how sound its finances are, 0 to 100
 * @param guarantees what stands behind it, 0 to 100
 * @param plannedSpend what it is expected to spend in a month, in CNY, or null where unknown
 * @param financesWords why; may be empty
 * @param scoreOverride the score that counts instead of that of the rules, 0 to 100, or null
 * @param overrideReason why; empty without one
 */
public record FinanceAssessment(
        int finances,
        int guarantees,
        @Nullable Money plannedSpend,
        String financesWords,
        @Nullable Integer scoreOverride,
        String overrideReason) {

    private static final int LONGEST = 4_000;

    /**
     * Checks the points.
     *
     * @throws dev.innkeeper.common.Refusal INVALID where one is not from 0 to 100, and for another
     *     score without a reason
     */
    public FinanceAssessment {
        Points.check("finances", finances);
        Points.check("guarantees", guarantees);
        financesWords = Texts.optional("financesWords", financesWords, LONGEST);
        if (scoreOverride == null) {
            overrideReason = "";
        } else {
            Points.check("scoreOverride", scoreOverride);
            overrideReason = Texts.required("overrideReason", overrideReason, LONGEST);
        }
    }

    /** The same without another score: what one review overrode the next does not. */
    FinanceAssessment withoutOverride() {
        return new FinanceAssessment(finances, guarantees, plannedSpend, financesWords, null, "");
    }
}
