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
    private final List<String> reasons = new ArrayList<>(2);

    Union(Outcome<?> outcome) {
        this.outcome = outcome;
    }

    /** Contributes a value. */
    public void add(T value, String reason) {
        outcome.because(reason);
        values.add(value);
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** The values contributed, each once. */
    public Set<T> values() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** The reasons of all contributions. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
