package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The review of a closed deal. What nobody has said yet is null or empty.
 *
 * @param outcome WON, LOST or DISCARDED
 * @param round 1, and one more each time that the manager gave it back
 * @param dueAt until when what it waits for is to be done
 * @param late it was not written in time
 * @param reasons why, the one that decided first
 * @param priceGap percent by which our price was above theirs
 * @param customer what the customer said
 * @param returned why the manager gave it back last
 * @param judgedBy who accepted it, or gave it back last
 */
public record ReviewView(
        CaseNumber deal,
        ReviewState state,
        Stage outcome,
        String product,
        int round,
        Instant openedAt,
        Instant dueAt,
        boolean late,
        List<DealReason> reasons,
        @Nullable String competitor,
        @Nullable Money ourPrice,
        @Nullable Money theirPrice,
        @Nullable BigDecimal priceGap,
        @Nullable Stage decidedAt,
        String account,
        String toRepeat,
        String toAvoid,
        List<String> topics,
        @Nullable String writtenBy,
        @Nullable Instant writtenAt,
        @Nullable CustomerAnswer customer,
        @Nullable String askedBy,
        @Nullable Instant askedAt,
        String returned,
        @Nullable String judgedBy,
        @Nullable Instant acceptedAt) {

    /** Copies the lists. */
    public ReviewView {
        reasons = List.copyOf(reasons);
        topics = List.copyOf(topics);
    }
}
