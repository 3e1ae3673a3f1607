package dev.innkeeper.creditreview;

import dev.innkeeper.creditreview.facts.DunningStage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dunning cases to list. What is null or empty does not narrow the list.
 *
 * @param promised with a promise to pay that still runs; false for all others
 */
public record DunningFilter(
        Set<DunningState> states,
        Set<DunningStage> stages,
        @Nullable String customerId,
        @Nullable Boolean promised) {

    /** Copies the sets. */
    public DunningFilter {
        states = Set.copyOf(states);
        stages = Set.copyOf(stages);
    }
}
