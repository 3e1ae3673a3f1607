package dev.innkeeper.customer;

import java.util.Set;

/**
 * Stays were entered; published in the transaction that enters them, once for all of them.
 *
 * @param customerIds whose they are
 * @param imported they are from before the service: they start nothing
 */
public record StaysTaken(Set<String> customerIds, boolean imported) {

    /** Copies the ids. */
    public StaysTaken {
        customerIds = Set.copyOf(customerIds);
    }
}
