package dev.innkeeper.creditreview;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terms that the rules propose.
 *
 * @param band of the score that counts
 * @param newLimit what may be owed at most, in CNY; nothing for cash only
 * @param termDays within how many days an invoice is to be paid
 * @param cashOnly nothing is granted
 * @param nextReviewDays after how many days the next review is due
 * @param movement against the terms before
 * @param tell the ids of the departments to be told, separated by commas
 */
public record CreditProposal(
        ScoreBand band,
        Money newLimit,
        int termDays,
        boolean cashOnly,
        int nextReviewDays,
        Movement movement,
        String tell) {

    private static final String COMMA = ",";

    /** The ids of departments in one text. */
    static String ids(Set<Group> groups) {
        return groups.stream().sorted().map(Group::id).collect(Collectors.joining(COMMA));
    }

    /** The departments of such a text. */
    static Set<Group> groups(String ids) {
        return ids.isEmpty()
                ? Set.of()
                : Arrays.stream(ids.split(COMMA)).map(Group::of).collect(Collectors.toSet());
    }

    /** The departments to be told. */
    public Set<Group> departments() {
        return groups(tell);
    }
}
