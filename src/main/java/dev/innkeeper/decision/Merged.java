package dev.innkeeper.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of which the best contribution wins; made by {@link Outcome#gravest()}, {@link
 * Outcome#highest()} and {@link Outcome#lowest()}.
 *
 * @param <T> the type of the value
 */
public final class Merged<T> {

    private final Outcome<?> outcome;
    private final Comparator<? super T> order;
    private final List<Contribution> winners = new ArrayList<>(2);
    private @Nullable T best;

    Merged(Outcome<?> outcome, Comparator<? super T> order) {
        this.outcome = outcome;
        this.order = order;
    }

    /** Contributes a value. */
    public void add(T value, String reason) {
        add(value, reason, "");
    }

    /** Contributes a value with what in the facts speaks for it. */
    public void add(T value, String reason, String evidence) {
        var contribution = outcome.because(reason, evidence);
        int compared = best == null ? 1 : order.compare(value, best);
        if (compared < 0) {
            contribution.giveWay();
            return;
        }
        if (compared > 0) {
            best = value;
            giveWay();
            winners.clear();
        }
        winners.add(contribution);
    }

    /** The value that won did not decide the answer either. */
    public void giveWay() {
        winners.forEach(Contribution::giveWay);
    }

    /** The value that won, or empty when nothing was contributed. */
    public Optional<T> value() {
        return Optional.ofNullable(best);
    }

    /** The value that won, or another when nothing was contributed. */
    public T orElse(T other) {
        return best == null ? other : best;
    }

    /**
     * The value that won.
     *
     * @param what the value in words, for the message
     * @throws DecisionFailed when nothing was contributed
     */
    public T required(String what) {
        if (best == null) {
            throw new DecisionFailed(
                    "No rule gave the " + what + ". Add a rule for this case or a baseline rule.");
        }
        return best;
    }

    /** The reasons of the value that won. */
    public List<String> reasons() {
        return winners.stream().map(Contribution::reason).distinct().toList();
    }
}
