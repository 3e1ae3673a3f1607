package dev.innkeeper.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final String BETWEEN_LANGUAGES = " | ";

    private final Map<String, List<Contribution>> contributions = new HashMap<>();
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
     * The result in a few words for people, {@code "English | 中文"}; the {@link #headline} in both
     * languages by default.
     */
    protected String inWords(R result) {
        return headline(result) + BETWEEN_LANGUAGES + headline(result);
    }

    /**
     * Notes a reason for the rule that is firing. Merging values do it by themselves; calls that
     * use none do it here.
     *
     * @param reason {@code "English sentence | 中文句子"}
     * @return the contribution, which the fold may let give way
     */
    protected final Contribution because(String reason) {
        return because(reason, "");
    }

    /**
     * Notes a reason with what in the facts speaks for it. A reason that one rule gives several
     * times is told once, with all its evidence in brackets.
     *
     * @param reason {@code "English sentence | 中文句子"}
     * @param evidence for example a word of the text; empty for none
     */
    protected final Contribution because(String reason, String evidence) {
        return noted(new Contribution(rule, reason, evidence));
    }

    /**
     * Notes what only the fold can tell as another reason of the rule that made a contribution.
     *
     * @param reason {@code "English sentence | 中文句子"}
     */
    protected final Contribution besides(Contribution contribution, String reason) {
        return noted(new Contribution(contribution.rule(), reason, ""));
    }

    private Contribution noted(Contribution contribution) {
        contributions
                .computeIfAbsent(contribution.rule(), name -> new ArrayList<>(2))
                .add(contribution);
        return contribution;
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

    /** The reasons of a rule that decided the answer. */
    final List<String> reasonsOf(String name) {
        return told(name, true);
    }

    /** The reasons of a rule that gave way to others; none that also decided the answer. */
    final List<String> gaveWay(String name) {
        return told(name, false);
    }

    private List<String> told(String name, boolean holding) {
        List<Contribution> own = contributions.getOrDefault(name, List.of());
        List<String> held =
                own.stream().filter(Contribution::holds).map(Contribution::reason).toList();
        Map<String, Set<String>> evidence = new LinkedHashMap<>();
        for (Contribution one : own) {
            if (one.holds() == holding && (holding || !held.contains(one.reason()))) {
                var known =
                        evidence.computeIfAbsent(one.reason(), reason -> new LinkedHashSet<>(2));
                if (!one.evidence().isEmpty()) {
                    known.add(one.evidence());
                }
            }
        }
        return evidence.entrySet().stream()
                .map(one -> sentence(one.getKey(), one.getValue()))
                .toList();
    }

    private static String sentence(String reason, Set<String> evidence) {
        int cut = reason.indexOf(BETWEEN_LANGUAGES);
        if (evidence.isEmpty() || cut < 0) {
            return reason;
        }
        return "%s (%s) | %s（%s）"
                .formatted(
                        reason.substring(0, cut),
                        String.join(", ", evidence),
                        reason.substring(cut + BETWEEN_LANGUAGES.length()),
                        String.join("、", evidence));
    }
}
