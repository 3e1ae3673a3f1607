package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.ExpenseKind;

/**
 * What a deal's plan has for one kind of expense, and what became of it.
 *
 * @param planned by the approved plan; nothing where the plan has no such line
 * @param spent what is booked
 * @param waiting what is claimed and not decided or booked yet
 */
public record ExpenseLine(ExpenseKind kind, Money planned, Money spent, Money waiting) {

    /** What is booked and what waits: a claim must find its place beside both. */
    public Money used() {
        return spent.plus(waiting);
    }

    /** What is left of the plan; nothing where more is used. */
    public Money left() {
        return used().isMoreThan(planned)
                ? Money.ZERO
                : new Money(planned.amount().subtract(used().amount()));
    }

    /** By how much more is used than planned. */
    public Money over() {
        return used().isMoreThan(planned)
                ? new Money(used().amount().subtract(planned.amount()))
                : Money.ZERO;
    }
}
