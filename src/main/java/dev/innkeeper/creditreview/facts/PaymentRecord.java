package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * How a customer pays; absent where the house has billed it nothing within 12 months.
 *
 * @param averageDaysLate average days late of the invoices settled within 12 months, early counted
 *     as 0
 * @param oldestDaysOverdue days by which the oldest open invoice is overdue; 0 where none is
 * @param disputedShare percent of the amount invoiced within 12 months that is disputed, 0 to 100
 */
@Fact(en = "How the customer pays, where the house has billed it", zh = "客户付款记录（有账单时）")
public record PaymentRecord(
        @Fact(en = "Average days late", zh = "平均逾期天数", unit = "days") BigDecimal averageDaysLate,
        @Fact(en = "Oldest overdue", zh = "最长逾期", unit = "days") int oldestDaysOverdue,
        @Fact(en = "Disputed share", zh = "争议金额占比", unit = "%", values = "0 to 100")
                BigDecimal disputedShare) {}
