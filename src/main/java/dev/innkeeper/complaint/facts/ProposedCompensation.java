package dev.innkeeper.complaint.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What the handler proposes to give.
 *
 * @param amount its value in CNY over all kinds of remedy; 0 where only words are offered
 */
@Fact(en = "The compensation that is proposed", zh = "拟给予的补偿")
public record ProposedCompensation(
        @Fact(en = "Amount", zh = "金额", unit = "CNY") BigDecimal amount) {}
