package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import java.time.LocalDate;

/**
 * What somebody has spent for a deal and claims.
 *
 * @param kind what it was for
 * @param amount more than nothing
 * @param spentOn the day on which it was spent, not in the future
 * @param purpose what it served
 * @param present who was there; needed for entertainment, else it may be empty
 * @param receipt the number of the receipt or invoice
 */
public record NewExpense(
        ExpenseKind kind,
        Money amount,
        LocalDate spentOn,
        String purpose,
        String present,
        String receipt) {}
