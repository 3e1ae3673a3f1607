package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The answer of {@code keyaccount/deal-grade}.
 *
 * @param grade how near the deal is
 * @param urgency how soon it is expected
 * @param followUpEveryDays it is followed up at least once in so many days
 * @param openDaysBefore the follow-up stands in the work list so many days before it is due; at
 *     most {@code followUpEveryDays}
 */
public record DealGrading(
        @Fact(en = "Grade", zh = "等级") DealGrade grade,
        @Fact(en = "Urgency", zh = "紧急程度") Urgency urgency,
        @Fact(en = "Follow up every", zh = "跟进周期", unit = "days") int followUpEveryDays,
        @Fact(en = "In the work list before it is due", zh = "提前列入待办", unit = "days")
                int openDaysBefore) {}
