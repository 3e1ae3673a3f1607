package dev.innkeeper.creditreview;

import dev.innkeeper.common.Money;
import dev.innkeeper.customer.OverdueInvoice;
import java.util.List;

/**
 * What a customer has not paid in time.
 *
 * @param invoices the oldest first, disputed ones among them
 * @param overdue what is open of those that nobody disputes
 * @param disputed what is open of the others
 * @param oldestDaysOverdue of those that nobody disputes; 0 where there is none
 */
public record DunningDebt(
        List<OverdueInvoice> invoices, Money overdue, Money disputed, int oldestDaysOverdue) {

    /** Copies the invoices. */
    public DunningDebt {
        invoices = List.copyOf(invoices);
    }

    static DunningDebt of(List<OverdueInvoice> invoices) {
        Money overdue = Money.ZERO;
        Money disputed = Money.ZERO;
        int oldest = 0;
        for (OverdueInvoice invoice : invoices) {
            if (invoice.disputed()) {
                disputed = disputed.plus(invoice.open());
            } else {
                overdue = overdue.plus(invoice.open());
                oldest = Math.max(oldest, invoice.daysOverdue());
            }
        }
        return new DunningDebt(invoices, overdue, disputed, oldest);
    }

    /** Whether everything is paid. */
    public boolean isPaid() {
        return invoices.isEmpty();
    }

    /** Whether nothing is overdue but what the customer disputes. */
    public boolean isDisputedOnly() {
        return overdue.isZero() && !disputed.isZero();
    }
}
