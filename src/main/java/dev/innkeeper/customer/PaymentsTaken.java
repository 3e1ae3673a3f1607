package dev.innkeeper.customer;

import java.util.Set;

/**
 * Payments were entered; published in the transaction that enters them, once for all of them.
 *
 * @param customerIds whose they are
 * @param imported they are from before the service: they start nothing
 */
public record PaymentsTaken(Set<String> customerIds, boolean imported) {

    /** Copies the ids. */
    public PaymentsTaken {
        customerIds = Set.copyOf(customerIds);
    }
}
