package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.facts.DunningStage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dunning case as it was seen at its last check.
 *
 * @param openedBy a person, or the service itself
 * @param dueFrom only invoices due from this day belong to it; null for all
 * @param stage how far it went
 * @param task what somebody is to do, or null for nothing
 * @param paused whether all that is overdue is disputed
 * @param overdue in CNY, disputed invoices not counted
 * @param disputed what is overdue and disputed, in CNY
 * @param oldestDaysOverdue of the oldest invoice that nobody disputes, 0 for none
 * @param nextCheckAt when it is looked at again, or null once it is over
 * @param promisedUntil the day until which the customer promised to pay, or null
 * @param callAgainOn the day on which somebody calls again, or null
 * @param holdSet whether dunning has set the credit hold of the customer
 * @param course how it goes on after the hand-over, or null
 * @param words why it was withdrawn or handed over, or empty
 */
public record DunningView(
        CaseNumber number,
        String customerId,
        DunningState state,
        Instant stateSince,
        String openedBy,
        Instant openedAt,
        @Nullable LocalDate dueFrom,
        DunningStage stage,
        Instant stageSince,
        @Nullable DunningTask task,
        boolean paused,
        Money overdue,
        Money disputed,
        int oldestDaysOverdue,
        @Nullable Instant nextCheckAt,
        @Nullable LocalDate promisedUntil,
        @Nullable LocalDate callAgainOn,
        boolean holdSet,
        @Nullable DunningCourse course,
        String words) {}
