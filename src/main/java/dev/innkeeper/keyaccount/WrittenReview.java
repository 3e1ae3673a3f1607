package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a closed deal writes about it.
 *
 * @param reasons codes of {@link DealReasons} for the deal's outcome, the one that decided first; 1
 *     to 5, each once
 * @param competitor whom we were up against, or null
 * @param ourPrice what we asked, or null
 * @param theirPrice what the competitor asked, or null
 * @param priceGap percent by which our price was above theirs, below zero where it was lower; null
 *     where both prices are given, from which it is computed, or where it is not known
 * @param decidedAt the open stage in which it was decided
 * @param account what happened, in words
 * @param toRepeat what to do again
 * @param toAvoid what to avoid
 * @param topics what to train, at most 10 short topics
 */
public record WrittenReview(
        List<String> reasons,
        @Nullable String competitor,
        @Nullable Money ourPrice,
        @Nullable Money theirPrice,
        @Nullable BigDecimal priceGap,
        Stage decidedAt,
        String account,
        String toRepeat,
        String toAvoid,
        List<String> topics) {

    /** Copies the lists. */
    public WrittenReview {
        reasons = List.copyOf(reasons);
        topics = List.copyOf(topics);
    }
}
