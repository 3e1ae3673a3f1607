package dev.innkeeper.decision;

import java.util.List;

/**
 * How the decision engine reaches what an {@link Outcome} keeps to itself. Rules cannot: they may
 * only make {@link RuleCall}s.
 */
public final class OutcomeAccess {

    private OutcomeAccess() {}

    /** Names the rule to which the following contributions belong. */
    public static void firing(Outcome<?> outcome, String rule) {
        outcome.firing(rule);
    }

    /** The reasons that a rule gave. */
    public static List<String> reasons(Outcome<?> outcome, String rule) {
        return outcome.reasonsOf(rule);
    }

    /** Folds the contributions. */
    public static <R extends Record> R fold(Outcome<R> outcome) {
        return outcome.fold();
    }

    /** The short word for the metrics. */
    public static <R extends Record> String headline(Outcome<R> outcome, R result) {
        return outcome.headline(result);
    }
}
