package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.TimeLineEntry;
import java.util.List;

/**
 * Everything that a person needs to see who approves an expense.
 *
 * @param expense the claim
 * @param deal the deal
 * @param lines what was planned and spent of each kind, this claim counted
 * @param timeLine what happened to the claim, oldest first; the entry with a decision id is the
 *     audit with its reasons
 */
public record ExpenseTask(
        ExpenseView expense, DealView deal, List<ExpenseLine> lines, List<TimeLineEntry> timeLine) {

    /** Copies the lists. */
    public ExpenseTask {
        lines = List.copyOf(lines);
        timeLine = List.copyOf(timeLine);
    }

    /** Why the rules judge as they do, each {@code "English | 中文"}. */
    public List<String> reasons() {
        return timeLine.stream()
                .filter(entry -> entry.decisionId() != null)
                .flatMap(entry -> entry.reasons().stream())
                .toList();
    }
}
