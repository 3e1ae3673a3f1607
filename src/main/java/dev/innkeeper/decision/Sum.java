package dev.innkeeper.decision;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers that add up; made by {@link Outcome#sum()}. */
public final class Sum {

    private final Outcome<?> outcome;
    private final List<String> reasons = new ArrayList<>(4);
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
        outcome.because(reason);
        total = Math.addExact(total, number);
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** The total, 0 when nothing was contributed. */
    public long total() {
        return total;
    }

    /** The reasons of all contributions. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
