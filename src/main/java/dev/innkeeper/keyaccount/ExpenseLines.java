package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is planned, spent and claimed for each kind of expense of a deal. */
@Repository
class ExpenseLines {

    private final JdbcClient jdbc;

    ExpenseLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the lines of a deal for the caller's transaction, so that of two claims at once the
     * second sees what the first has used.
     */
    void lock(CaseNumber deal) {
        jdbc.sql("SELECT number FROM deal WHERE number = ? FOR UPDATE")
                .param(deal.value())
                .query(String.class)
                .optional();
    }

    /**
     * One line for each kind that is planned or used, in the order of the kinds. A plan that nobody
     * has approved allows nothing yet.
     */
    List<ExpenseLine> of(DealView deal) {
        Map<ExpenseKind, BudgetLine> budget = new EnumMap<>(ExpenseKind.class);
        deal.planned().forEach(line -> budget.put(line.kind(), line));
        Map<ExpenseKind, Money> waiting = waiting(deal.number());
        return Arrays.stream(ExpenseKind.values())
                .map(
                        kind -> {
                            BudgetLine line = budget.get(kind);
                            return new ExpenseLine(
                                    kind,
                                    line == null || deal.planApprovedBy() == null
                                            ? Money.ZERO
                                            : line.amount(),
                                    line == null ? Money.ZERO : line.spent(),
                                    waiting.getOrDefault(kind, Money.ZERO));
                        })
                .filter(line -> !line.planned().isZero() || !line.used().isZero())
                .toList();
    }

    private record Sum(ExpenseKind kind, Money amount) {}

    private Map<ExpenseKind, Money> waiting(CaseNumber deal) {
        return jdbc
                .sql(
                        """
                        SELECT kind, SUM(amount) AS amount FROM deal_expense
                        WHERE deal = ? AND state IN ('CLAIMED', 'AWAITING_APPROVAL', 'APPROVED')
                        GROUP BY kind
                        """)
                .param(deal.value())
                .query(
                        (row, n) ->
                                new Sum(
                                        ExpenseKind.valueOf(row.getString("kind")),
                                        new Money(row.getBigDecimal("amount"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Sum::kind, Sum::amount));
    }
}
