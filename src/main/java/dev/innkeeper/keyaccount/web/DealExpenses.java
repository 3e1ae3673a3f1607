package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.ExpenseLine;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What is planned and spent on a deal, and the claims. */
@Schema(name = "DealExpenses", description = "What is planned and spent on a deal, and the claims")
record DealExpenses(
        @Schema(description = "CNY, by the approved plan") BigDecimal planned,
        @Schema(description = "CNY, booked") BigDecimal spent,
        @Schema(description = "CNY, claimed and not decided yet") BigDecimal waiting,
        @Schema(description = "Each kind that is planned or claimed") List<Line> lines,
        @Schema(description = "The claims, the latest first") PageOf<ExpenseEntry> expenses) {

    @Schema(name = "ExpenseLine", description = "One kind of expense")
    record Line(
            ExpenseKind kind,
            @Schema(description = "CNY; 0 where the plan has no such line") BigDecimal planned,
            @Schema(description = "CNY, booked") BigDecimal spent,
            @Schema(description = "CNY, claimed and not decided yet") BigDecimal waiting,
            @Schema(description = "CNY, what is left of the plan") BigDecimal left) {

        static Line of(ExpenseLine line) {
            return new Line(
                    line.kind(),
                    line.planned().amount(),
                    line.spent().amount(),
                    line.waiting().amount(),
                    line.left().amount());
        }
    }

    static DealExpenses of(List<ExpenseLine> lines, PageOf<ExpenseEntry> expenses) {
        return new DealExpenses(
                sum(lines, ExpenseLine::planned),
                sum(lines, ExpenseLine::spent),
                sum(lines, ExpenseLine::waiting),
                lines.stream().map(Line::of).toList(),
                expenses);
    }

    private static BigDecimal sum(List<ExpenseLine> lines, Function<ExpenseLine, Money> part) {
        return lines.stream().map(part).reduce(Money.ZERO, Money::plus).amount();
    }
}
