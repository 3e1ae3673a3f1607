package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to get the money.
 *
 * @param dunning the case
 * @param overdue what was overdue then, disputed invoices not counted
 * @param reached whether the customer was spoken to; null where it was no call
 * @param promisedUntil the day until which the customer promised to pay, or null
 * @param reference of the letter; empty for none
 * @param words what was said; may be empty
 */
public record DunningAction(
        CaseNumber dunning,
        DunningActionKind kind,
        Instant at,
        String by,
        Money overdue,
        @Nullable Boolean reached,
        @Nullable LocalDate promisedUntil,
        String reference,
        String words) {}
