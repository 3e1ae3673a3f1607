package dev.innkeeper.customer.web;

import dev.innkeeper.customer.Receivables;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a customer was invoiced, paid and owed on a day. */
@Schema(
        name = "Receivables",
        description =
                "What was known on the day, by invoices issued and payments made until then; its"
                        + " year is the 365 days that end with it")
record ReceivablesDetails(
        String customerId,
        LocalDate asOf,
        @Schema(description = "Invoiced in the year, in CNY") BigDecimal turnover12Months,
        @Schema(description = "Of the invoices settled in the year; early counts as 0")
                BigDecimal averageDaysLate,
        @Schema(description = "Of the same invoices") int worstDaysLate,
        @Schema(description = "Everything still to be paid, in CNY") BigDecimal openBalance,
        @Schema(description = "What of it was due before the day, disputed or not")
                BigDecimal overdueNow,
        @Schema(description = "Days since the oldest of these was due, 0 where none was")
                int oldestDaysOverdue,
        @Schema(description = "Percent of the turnover that is disputed") BigDecimal disputedShare,
        @Schema(description = "Days of sales outstanding: open balance ÷ turnover × 365")
                BigDecimal dso,
        @Schema(description = "Turnover ÷ 12, in CNY") BigDecimal averageMonthlySpend) {

    static ReceivablesDetails of(Receivables read, LocalDate asOf) {
        return new ReceivablesDetails(
                read.customerId(),
                asOf,
                read.turnover12Months().amount(),
                read.averageDaysLate(),
                read.worstDaysLate(),
                read.openBalance().amount(),
                read.overdueNow().amount(),
                read.oldestDaysOverdue(),
                read.disputedShare(),
                read.dso(),
                read.averageMonthlySpend().amount());
    }
}
