package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What a customer owes past its day.
 *
 * @param oldestDaysOverdue days by which the customer's oldest open invoice is overdue, disputed
 *     ones apart; 0 where none is
 * @param overdue what is overdue in CNY, disputed invoices apart
 * @param disputedOnly something is overdue, and all of it is disputed
 */
@Fact(en = "What the customer owes past its day", zh = "客户逾期余额")
public record OverdueBalance(
        @Fact(en = "Oldest overdue", zh = "最长逾期", unit = "days") int oldestDaysOverdue,
        @Fact(en = "Overdue", zh = "逾期金额", unit = "CNY") BigDecimal overdue,
        @Fact(en = "All of it disputed", zh = "逾期部分均有争议") boolean disputedOnly) {}
