package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * How a customer uses its credit; absent where only the thresholds are asked for.
 *
 * @param oldestDaysOverdue days by which the customer's oldest open invoice is overdue, disputed
 *     ones apart; 0 where none is
 * @param usePercent what is open in percent of the limit; 0 for a customer without a limit
 * @param useRaised a high use was raised before and has not come down since
 */
@Fact(en = "How the customer uses its credit", zh = "客户信用使用情况")
public record CreditSignal(
        @Fact(en = "Oldest overdue", zh = "最长逾期", unit = "days") int oldestDaysOverdue,
        @Fact(en = "Use of the limit", zh = "额度使用率", unit = "%") BigDecimal usePercent,
        @Fact(en = "High use raised before", zh = "已提示高使用率") boolean useRaised) {}
