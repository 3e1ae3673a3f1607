package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.math.BigDecimal;

/**
 * What a customer was invoiced, paid and owes, as it was known on a day: by the invoices issued and
 * the payments made until then. Its year is the 365 days that end with that day.
 *
 * @param customerId our id of the customer
 * @param turnover12Months invoiced in the year
 * @param averageDaysLate of the invoices settled in the year, two decimals; an early payment counts
 *     as 0 days late
 * @param worstDaysLate of the same invoices
 * @param openBalance everything that was still to be paid
 * @param overdueNow what of it was due before the day, disputed or not
 * @param oldestDaysOverdue days since the oldest of these was due, 0 where none was
 * @param disputedShare percent of the turnover that is disputed, two decimals
 * @param dso days of sales outstanding: open balance ÷ turnover × 365, one decimal; 0 without
 *     turnover
 * @param averageMonthlySpend turnover ÷ 12
 */
public record Receivables(
        String customerId,
        Money turnover12Months,
        BigDecimal averageDaysLate,
        int worstDaysLate,
        Money openBalance,
        Money overdueNow,
        int oldestDaysOverdue,
        BigDecimal disputedShare,
        BigDecimal dso,
        Money averageMonthlySpend) {

    /** A customer who was never invoiced. */
    static Receivables none(String customerId) {
        BigDecimal nothing = BigDecimal.ZERO.setScale(2);
        return new Receivables(
                customerId,
                Money.ZERO,
                nothing,
                0,
                Money.ZERO,
                Money.ZERO,
                0,
                nothing,
                BigDecimal.ZERO.setScale(1),
                Money.ZERO);
    }
}
