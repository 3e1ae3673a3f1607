package dev.innkeeper.keyaccount.web;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.ExpenseState;
import dev.innkeeper.keyaccount.ExpenseTask;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told at once: what becomes of the claim, and why. It names nobody, so that it
 * may be kept as the first answer to a key.
 */
@Schema(name = "ExpenseSummary", description = "What becomes of an expense claim")
record ExpenseSummary(
        @Schema(example = "EXP-2026-000123") String number,
        @Schema(example = "DEA-2026-000123") String deal,
        ExpenseState state,
        ExpenseKind kind,
        @Schema(description = "CNY") BigDecimal amount,
        @Schema(description = "Why, by the rules") List<String> reasons,
        @Schema(description = "The group that approves it", example = "customer-service-manager")
                @Nullable String approver,
        @Schema(example = "/api/expenses/EXP-2026-000123") String href) {

    static ExpenseSummary of(ExpenseTask task, Language language) {
        var expense = task.expense();
        return new ExpenseSummary(
                expense.number().value(),
                expense.deal().value(),
                expense.state(),
                expense.kind(),
                expense.amount().amount(),
                task.reasons().stream().map(language::of).toList(),
                id(expense.approver()),
                href(expense.number()));
    }

    static @Nullable String id(@Nullable Group group) {
        return group == null ? null : group.id();
    }

    static String href(CaseNumber number) {
        return "/api/expenses/" + number;
    }
}
