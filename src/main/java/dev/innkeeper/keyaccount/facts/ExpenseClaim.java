package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * An expense that somebody claims for a deal.
 *
 * @param kind what it was for
 * @param amount in CNY, more than 0
 * @param ageDays full days from the expense to the claim
 * @param afterClosing the deal was closed when it was claimed
 */
@Fact(en = "The expense that is claimed", zh = "申报的费用")
public record ExpenseClaim(
        @Fact(en = "Kind", zh = "类型") ExpenseKind kind,
        @Fact(en = "Amount", zh = "金额", unit = "CNY") BigDecimal amount,
        @Fact(en = "Age", zh = "费用发生至申报天数", unit = "days") int ageDays,
        @Fact(en = "After closing", zh = "结案后申报") boolean afterClosing) {}
