package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review in a list; the fields are those of {@link CreditReviewView}.
 *
 * @param score the one that counts, or null until it is judged
 */
public record CreditReviewRow(
        CaseNumber number,
        CreditReviewState state,
        Instant stateSince,
        String customerId,
        CreditCause cause,
        Instant requestedAt,
        LocalDate asOf,
        LocalDate dueOn,
        @Nullable Integer score,
        @Nullable ScoreBand band,
        @Nullable Money newLimit,
        @Nullable Movement movement) {}
