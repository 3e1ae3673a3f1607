package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import java.util.Map;
import java.util.Set;

/**
 * The plan of people and money for a deal.
 *
 * @param team the users who work on it
 * @param budget what may be spent, by kind
 * @param steps what is to be done, in words
 */
public record DealPlan(Set<String> team, Map<ExpenseKind, Money> budget, String steps) {

    /** Copies the collections. */
    public DealPlan {
        team = Set.copyOf(team);
        budget = Map.copyOf(budget);
    }
}
