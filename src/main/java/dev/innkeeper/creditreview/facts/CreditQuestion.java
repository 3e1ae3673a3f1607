package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * A guest who would like to sign the bill.
 *
 * @param amount the bill in CNY, more than 0
 * @param open what the customer owes already, in CNY
 * @param oldestDaysOverdue days by which the customer's oldest open invoice is overdue, disputed
 *     ones apart; 0 where none is
 */
@Fact(en = "The bill to be signed", zh = "待签账单")
public record CreditQuestion(
        @Fact(en = "Amount", zh = "金额", unit = "CNY") BigDecimal amount,
        @Fact(en = "Open balance", zh = "未付余额", unit = "CNY") BigDecimal open,
        @Fact(en = "Oldest overdue", zh = "最长逾期", unit = "days") int oldestDaysOverdue) {}
