package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.keyaccount.facts.ExpenseVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The answers by which an expense claim takes its way.
 *
 * @param verdict what the rules say, or null before they are asked
 * @param approver the group that approves it, or null where none has to
 * @param approved it may be booked
 */
public record ExpenseProgress(
        CaseNumber number,
        CaseNumber deal,
        ExpenseState state,
        @Nullable ExpenseVerdict verdict,
        @Nullable Group approver,
        boolean approved) {}
