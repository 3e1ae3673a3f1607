package dev.innkeeper.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what rules contribute to one answer and folds it once.
 *
 * <p>Subclasses hold merging values ({@link #gravest()}, {@link #only(String)}, {@link #lowest()},
 * {@link #highest()}, {@link #sum()}, {@link #union()}) and offer public methods annotated with
 * {@link RuleCall} that add to them. Contributions merge in any order. One instance serves one
 * question on one thread.
 *
 * @param <R> the folded result
 */
public abstract class Outcome<R extends Record> {

    private final Map<String, List<String>> reasonsByRule = new LinkedHashMap<>();
    private String rule = "";

    /**
     * Works out the result once all rules have fired. Figures come from the contributions, never
     * from here.
     *
     * @throws DecisionFailed when something that every answer needs was contributed by no rule
     */
    protected abstract R fold();

    /**
     * A short word of few possible values for the metrics, for example the severity; {@code
     * decided} by default.
     */
    protected String headline(R result) {
        return "decided";
    }

    /**
     * Notes a reason for the rule that is firing. Merging values do it by themselves; calls that
     * use none do it here.
     *
     * @param reason {@code "English sentence | 中文句子"}
     */
    protected final void because(String reason) {
        var reasons = reasonsByRule.computeIfAbsent(rule, name -> new ArrayList<>(2));
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** The rule that is firing, for messages. */
    protected final String firingRule() {
        return rule;
    }

    /** The enum constant declared first wins ("at least S2" where S1 is declared before S4). */
    protected final <E extends Enum<E>> Merged<E> gravest() {
        return new Merged<>(this, Comparator.<E>naturalOrder().reversed());
    }

    /** The greatest value wins ("at least level 2"). */
    protected final <T extends Comparable<? super T>> Merged<T> highest() {
        return new Merged<>(this, Comparator.naturalOrder());
    }

    /** The smallest value wins ("at most 500"). */
    protected final <T extends Comparable<? super T>> Merged<T> lowest() {
        return new Merged<>(this, Comparator.<T>naturalOrder().reversed());
    }

    /**
     * One value only; a second, different one is a contradiction.
     *
     * @param what the value in words, for the message, for example {@code owner department}
     */
    protected final <T> Only<T> only(String what) {
        return new Only<>(this, what);
    }

    /** Whole numbers that add up ("+ 15 points"). */
    protected final Sum sum() {
        return new Sum(this);
    }

    /**
     * Values that come together, each once, in the order in which they came; fold to a set and sort
     * where order shows.
     */
    protected final <T> Union<T> union() {
        return new Union<>(this);
    }

    final void firing(String name) {
        rule = name;
    }

    final List<String> reasonsOf(String name) {
        return reasonsByRule.getOrDefault(name, List.of());
    }
}
