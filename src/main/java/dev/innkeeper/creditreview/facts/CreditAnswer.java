package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.math.BigDecimal;

/**
 * The answer of {@code creditreview/credit-check}.
 *
 * @param verdict whether the guest may sign
 * @param deposit what is paid at once, in CNY; 0 unless a deposit is asked for
 */
public record CreditAnswer(
        @Fact(en = "Verdict", zh = "结论") CreditVerdict verdict,
        @Fact(en = "Deposit", zh = "押金", unit = "CNY") @Tally BigDecimal deposit) {}
