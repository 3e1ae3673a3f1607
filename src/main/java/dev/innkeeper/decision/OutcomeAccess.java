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

    /** The reasons that a rule gave and that decided the answer, once it is folded. */
    public static List<String> reasons(Outcome<?> outcome, String rule) {
        return outcome.reasonsOf(rule);
    }

    /** The reasons that a rule gave and that gave way to others, once the answer is folded. */
    public static List<String> gaveWay(Outcome<?> outcome, String rule) {
        return outcome.gaveWay(rule);
    }

    /** Folds the contributions. */
    public static <R extends Record> R fold(Outcome<R> outcome) {
        return outcome.fold();
    }

    /** The short word for the metrics. */
    public static <R extends Record> String headline(Outcome<R> outcome, R result) {
        return outcome.headline(result);
    }

    /** The result in a few words for people, {@code "English | 中文"}. */
    public static <R extends Record> String inWords(Outcome<R> outcome, R result) {
        return outcome.inWords(result);
    }
}
