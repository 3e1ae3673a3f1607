package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An expense claim.
 *
 * @param deal the deal for which it was spent
 * @param receipt the number of the receipt or invoice
 * @param decisionId the record of the audit, or null before it
 * @param approver the group that approves it, or null where none has to
 * @param judgedBy who approved or refused it, or null where rules alone decided
 * @param judgedAt when it was decided, or null
 * @param reason what the person said who approved or refused it; may be empty
 */
public record ExpenseView(
        CaseNumber number,
        CaseNumber deal,
        ExpenseState state,
        ExpenseKind kind,
        Money amount,
        LocalDate spentOn,
        String purpose,
        String present,
        String receipt,
        String claimedBy,
        Instant claimedAt,
        @Nullable String decisionId,
        @Nullable Group approver,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        String reason) {}
