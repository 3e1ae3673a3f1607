package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.ExpenseKind;

/**
 * What may be spent on a deal for one kind of expense.
 *
 * @param amount as planned
 * @param spent what has been accepted so far
 */
public record BudgetLine(ExpenseKind kind, Money amount, Money spent) {}
