package dev.innkeeper.keyaccount.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.ExpenseTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one expense claim, in the language of the request. */
@Schema(name = "Expense", description = "An expense claim with what the rules and people said")
record ExpenseDetails(
        @Schema(example = "DEA-2026-000123") String deal,
        ExpenseEntry claim,
        @Schema(description = "Who was there") String present,
        @Schema(description = "Why, by the rules") List<String> reasons,
        @Schema(description = "What the person said who approved or refused it") String reason,
        @Schema(description = "The record of the audit") @Nullable String decision) {

    static ExpenseDetails of(ExpenseTask task, Language language) {
        var expense = task.expense();
        return new ExpenseDetails(
                expense.deal().value(),
                ExpenseEntry.of(expense),
                expense.present(),
                task.reasons().stream().map(language::of).toList(),
                expense.reason(),
                expense.decisionId() == null ? null : "/api/decisions/" + expense.decisionId());
    }
}
