package dev.innkeeper.customer;

import java.time.LocalDate;
import java.util.Set;

/**
 * Invoices were entered; published in the transaction that enters them, once for all of them.
 *
 * @param customerIds whose they are
 * @param earliest the day of the first of them
 * @param imported they are from before the service: they start nothing
 */
public record InvoicesTaken(Set<String> customerIds, LocalDate earliest, boolean imported) {

    /** Copies the ids. */
    public InvoicesTaken {
        customerIds = Set.copyOf(customerIds);
    }
}
