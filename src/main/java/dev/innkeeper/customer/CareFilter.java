package dev.innkeeper.customer;

import dev.innkeeper.customer.facts.CareCause;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of care a reader wants to see; what is empty or null narrows nothing.
 *
 * @param customerId those of this customer
 * @param openedFrom opened at or after
 * @param openedTo opened before
 */
public record CareFilter(
        Set<CareState> states,
        Set<CareCause> causes,
        Set<CareOutcome> outcomes,
        @Nullable String customerId,
        @Nullable Instant openedFrom,
        @Nullable Instant openedTo) {

    /** Copies the sets. */
    public CareFilter {
        states = Set.copyOf(states);
        causes = Set.copyOf(causes);
        outcomes = Set.copyOf(outcomes);
    }
}
