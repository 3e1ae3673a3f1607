package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted review teaches.
 *
 * @param deal the deal that it comes from
 * @param outcome WON, LOST or DISCARDED
 * @param reasons why, the one that decided first
 * @param priceGap percent by which our price was above the competitor's, or null
 * @param decidedAt the stage in which it was decided
 * @param customerWords what decided it in the customer's words; empty where nobody was reached
 */
public record Lesson(
        CaseNumber deal,
        Stage outcome,
        String product,
        @Nullable String competitor,
        List<DealReason> reasons,
        @Nullable BigDecimal priceGap,
        Stage decidedAt,
        String account,
        String toRepeat,
        String toAvoid,
        String customerWords,
        List<String> topics,
        Instant acceptedAt) {

    /** Copies the lists. */
    public Lesson {
        reasons = List.copyOf(reasons);
        topics = List.copyOf(topics);
    }

    Lesson with(List<DealReason> named, List<String> asked) {
        return new Lesson(
                deal,
                outcome,
                product,
                competitor,
                named,
                priceGap,
                decidedAt,
                account,
                toRepeat,
                toAvoid,
                customerWords,
                asked,
                acceptedAt);
    }
}
