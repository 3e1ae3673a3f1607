package dev.innkeeper.creditreview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to a customer whose bills are overdue.
 *
 * @param reached whether the customer was spoken to
 * @param promisedUntil the day until which the customer promised to pay, or null; only where
 *     reached
 * @param callAgainOn when to try again, or null to leave it to the letter; only where not reached
 * @param disputedInvoices the numbers of invoices that the customer contests; only where reached
 * @param words what was said; may be empty where nothing is disputed
 */
public record DunningCall(
        boolean reached,
        @Nullable LocalDate promisedUntil,
        @Nullable LocalDate callAgainOn,
        List<String> disputedInvoices,
        String words) {

    /** Copies the numbers. */
    public DunningCall {
        disputedInvoices = List.copyOf(disputedInvoices);
    }
}
