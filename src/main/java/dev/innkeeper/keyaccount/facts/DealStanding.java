package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * How long a deal has stood in its stage when {@code keyaccount/deal-escalation} is asked.
 *
 * @param grade its grade
 * @param daysInStage full days since it entered its stage
 * @param daysAtLastCheck the same when escalation was last decided for it in this stage at this
 *     grade; -1 where it never was
 */
@Fact(en = "How long the deal has stood in its stage", zh = "商机停留情况")
public record DealStanding(
        @Fact(en = "Grade", zh = "等级") DealGrade grade,
        @Fact(en = "Days in the stage", zh = "停留天数", unit = "days") int daysInStage,
        @Fact(en = "Days at the last check", zh = "上次检查时停留天数", unit = "days")
                int daysAtLastCheck) {}
