package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The line of the deal's budget from which the expense is paid; absent where the plan has no amount
 * for its kind.
 *
 * @param planned in CNY, more than 0
 * @param percentUsed what is spent of the line, this claim counted, rounded up to two decimals
 */
@Fact(en = "The budget line of the expense, where planned", zh = "费用对应的预算项（已计划时）")
public record PlanLine(
        @Fact(en = "Planned", zh = "计划金额", unit = "CNY") BigDecimal planned,
        @Fact(en = "Used with this claim", zh = "含本次已用比例", unit = "percent")
                BigDecimal percentUsed) {}
