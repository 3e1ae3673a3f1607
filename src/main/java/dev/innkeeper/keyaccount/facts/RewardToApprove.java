package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The reward that somebody has to approve.
 *
 * @param amount in CNY
 */
@Fact(en = "The reward to approve", zh = "待审批的奖励")
public record RewardToApprove(@Fact(en = "Amount", zh = "金额", unit = "CNY") BigDecimal amount) {}
