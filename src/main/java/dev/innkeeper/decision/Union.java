package dev.innkeeper.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Values that come together; made by {@link Outcome#union()}.
 *
 * @param <T> the type of the values
 */
public final class Union<T> {

    private final Outcome<?> outcome;
    private final Set<T> values = new LinkedHashSet<>();
    private final List<Contribution> contributions = new ArrayList<>(2);

    Union(Outcome<?> outcome) {
        this.outcome = outcome;
    }

    /** Contributes a value. */
    public void add(T value, String reason) {
        contributions.add(outcome.because(reason));
        values.add(value);
    }

    /** The values contributed, each once. */
    public Set<T> values() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** The values did not decide the answer. */
    public void giveWay() {
        contributions.forEach(Contribution::giveWay);
    }

    /** The reasons of all contributions. */
    public List<String> reasons() {
        return contributions.stream().map(Contribution::reason).distinct().toList();
    }
}
