package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.ExpenseState;
import dev.innkeeper.keyaccount.ExpenseView;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An expense claim in a list. */
@Schema(name = "ExpenseEntry", description = "An expense claim in a list")
record ExpenseEntry(
        @Schema(example = "EXP-2026-000123") String number,
        ExpenseState state,
        ExpenseKind kind,
        @Schema(description = "CNY") BigDecimal amount,
        LocalDate spentOn,
        String purpose,
        String receipt,
        String claimedBy,
        Instant claimedAt,
        @Schema(description = "The group that approves it", example = "customer-service-manager")
                @Nullable String approver,
        @Schema(description = "Who approved or refused it; null where rules alone decided")
                @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        @Schema(example = "/api/expenses/EXP-2026-000123") String href) {

    static ExpenseEntry of(ExpenseView expense) {
        return new ExpenseEntry(
                expense.number().value(),
                expense.state(),
                expense.kind(),
                expense.amount().amount(),
                expense.spentOn(),
                expense.purpose(),
                expense.receipt(),
                expense.claimedBy(),
                expense.claimedAt(),
                ExpenseSummary.id(expense.approver()),
                expense.judgedBy(),
                expense.judgedAt(),
                ExpenseSummary.href(expense.number()));
    }
}
