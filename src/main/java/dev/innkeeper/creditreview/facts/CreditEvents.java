package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The answer of {@code creditreview/credit-event}.
 *
 * @param overdue an invoice is overdue for so long that the customer is reviewed
 * @param highUse the use of the limit has risen so high that the customer is reviewed; said once a
 *     rise
 * @param useCameDown a high use was raised before, and the use has come down
 * @param overdueMoreThanDays an invoice counts once it is overdue for more days than this
 * @param useMoreThanPercent the use counts once it is more than this percentage of the limit
 */
public record CreditEvents(
        @Fact(en = "Long overdue", zh = "长期逾期") boolean overdue,
        @Fact(en = "High use", zh = "使用率过高") boolean highUse,
        @Fact(en = "Use came down", zh = "使用率已回落") boolean useCameDown,
        @Fact(en = "Overdue for more than", zh = "逾期超过", unit = "days") int overdueMoreThanDays,
        @Fact(en = "Use of more than", zh = "使用率超过", unit = "%") BigDecimal useMoreThanPercent) {}
