package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.facts.DunningStage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dunning case in a list.
 *
 * @param customerName the company, else the person; null where neither is known
 * @param overdue in CNY at its last check, disputed invoices not counted
 */
public record DunningRow(
        CaseNumber number,
        DunningState state,
        DunningStage stage,
        String customerId,
        @Nullable String customerName,
        Money overdue,
        Money disputed,
        int oldestDaysOverdue,
        Instant openedAt,
        @Nullable Instant nextCheckAt,
        @Nullable LocalDate promisedUntil) {}
