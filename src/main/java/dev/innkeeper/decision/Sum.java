package dev.innkeeper.decision;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers that add up; made by {@link Outcome#sum()}. */
public final class Sum {

    private final Outcome<?> outcome;
    private final List<Contribution> contributions = new ArrayList<>(4);
    private long total;

    Sum(Outcome<?> outcome) {
        this.outcome = outcome;
    }

    /**
     * Contributes a number.
     *
     * @throws ArithmeticException when the total would not fit
     */
    public void add(long number, String reason) {
        contributions.add(outcome.because(reason));
        total = Math.addExact(total, number);
    }

    /** The total, 0 when nothing was contributed. */
    public long total() {
        return total;
    }

    /** The total did not decide the answer. */
    public void giveWay() {
        contributions.forEach(Contribution::giveWay);
    }

    /** The reasons of all contributions. */
    public List<String> reasons() {
        return contributions.stream().map(Contribution::reason).distinct().toList();
    }
}
