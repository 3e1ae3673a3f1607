package dev.innkeeper.customer;

import dev.innkeeper.common.Refusal;
import java.time.LocalDate;

/** What the days of stays, invoices and payments cannot be. */
final class LedgerDays {

    private LedgerDays() {}

    /** The day, which is not after today. */
    static LocalDate notAhead(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Refusal.invalid(
                    field,
                    "The day %1$s is in the future. | 日期%1$s尚未到来。".formatted(day),
                    "Give %1$s or an earlier day. | 请填写%1$s或更早的日期。".formatted(today));
        }
        return day;
    }

    /** Refuses a second day that comes before the first. */
    static void inOrder(String field, LocalDate first, LocalDate second) {
        if (second.isBefore(first)) {
            throw Refusal.invalid(
                    field,
                    "The day %1$s is before %2$s. | 日期%1$s早于%2$s。".formatted(second, first),
                    "Give %1$s or a later day. | 请填写%1$s或更晚的日期。".formatted(first));
        }
    }
}
