package dev.innkeeper.creditreview;

import dev.innkeeper.common.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a review found in invoices and payments as of its day.
 *
 * @param turnover invoiced in the 365 days before, in CNY
 * @param monthlySpend the turnover by twelve, in CNY
 * @param averageDaysLate of invoices settled in that time; early counts as 0
 * @param worstDaysLate the most among them
 * @param openBalance what was still to be paid, in CNY
 * @param overdue what of it was overdue, in CNY
 * @param oldestDaysOverdue for how many days the oldest had been; 0 for none
 * @param disputedShare percent of the amount invoiced that is disputed
 * @param dso for how many days of turnover the open balance stood
 * @param limitUse the open balance in percent of the limit, or null without a limit
 */
public record CreditFigures(
        Money turnover,
        Money monthlySpend,
        BigDecimal averageDaysLate,
        int worstDaysLate,
        Money openBalance,
        Money overdue,
        int oldestDaysOverdue,
        BigDecimal disputedShare,
        BigDecimal dso,
        @Nullable BigDecimal limitUse) {}
