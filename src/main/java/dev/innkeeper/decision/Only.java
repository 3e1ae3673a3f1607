package dev.innkeeper.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that rules must agree on; made by {@link Outcome#only(String)}.
 *
 * @param <T> the type of the value
 */
public final class Only<T> {

    private final Outcome<?> outcome;
    private final String what;
    private final List<Contribution> contributions = new ArrayList<>(2);
    private @Nullable T value;
    private String givenBy = "";

    Only(Outcome<?> outcome, String what) {
        this.outcome = outcome;
        this.what = what;
    }

    /**
     * Contributes the value.
     *
     * @throws DecisionFailed when another rule gave a different one
     */
    public void set(T given, String reason) {
        contributions.add(outcome.because(reason));
        if (value == null) {
            value = given;
            givenBy = outcome.firingRule();
        } else if (!value.equals(given)) {
            throw new DecisionFailed(
                    "Two rules contradict each other on the %s: \"%s\" says %s, \"%s\" says %s. Change one of them."
                            .formatted(what, givenBy, value, outcome.firingRule(), given));
        }
    }

    /** The value, or empty when no rule gave it. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The value, or another when no rule gave it. */
    public T orElse(T other) {
        return value == null ? other : value;
    }

    /**
     * The value.
     *
     * @throws DecisionFailed when no rule gave it
     */
    public T required() {
        if (value == null) {
            throw new DecisionFailed(
                    "No rule gave the " + what + ". Add a row or a rule for this case.");
        }
        return value;
    }

    /** The value did not decide the answer. */
    public void giveWay() {
        contributions.forEach(Contribution::giveWay);
    }

    /** The reasons given for it. */
    public List<String> reasons() {
        return contributions.stream().map(Contribution::reason).distinct().toList();
    }
}
