package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.math.BigDecimal;

/** Collects what in the use of its credit makes a customer be reviewed before its time. */
public final class CreditEventsOutcome extends Outcome<CreditEvents> {

    private final Merged<Integer> overdueMoreThan = lowest();
    private final Merged<BigDecimal> useMoreThan = lowest();
    private final Only<Integer> overdue = only("days overdue");
    private final Only<Use> use = only("use of the limit");

    /** An invoice that is overdue for more days than this makes the customer be reviewed. */
    @RuleCall(en = "Overdue for more than days", zh = "逾期超过天数")
    public void overdueMoreThan(int days, String reason) {
        overdueMoreThan.add(days, reason);
    }

    /** A use of the limit above this percentage makes the customer be reviewed. */
    @RuleCall(en = "Use of more than percent", zh = "使用率超过百分比")
    public void useMoreThan(BigDecimal percent, String reason) {
        useMoreThan.add(percent, reason);
    }

    /** For so many days the oldest invoice is overdue. */
    @RuleCall(en = "Days overdue", zh = "逾期天数")
    public void overdue(int days, String reason) {
        overdue.set(days, reason);
    }

    /** So much of the limit is used, and whether that was raised before. */
    @RuleCall(en = "Percent used, raised before", zh = "使用百分比、是否已提示")
    public void uses(BigDecimal percent, boolean raised, String reason) {
        use.set(new Use(percent, raised), reason);
    }

    @Override
    protected CreditEvents fold() {
        int days = overdueMoreThan.required("days from which an overdue invoice counts");
        var percent = useMoreThan.required("percentage from which the use counts");
        boolean late = overdue.orElse(0) > days;
        if (!late) {
            overdue.giveWay();
            overdueMoreThan.giveWay();
        }
        var used = use.orElse(new Use(BigDecimal.ZERO, false));
        boolean high = used.percent().compareTo(percent) > 0;
        if (high == used.raised()) {
            use.giveWay();
            useMoreThan.giveWay();
        }
        return new CreditEvents(
                late, high && !used.raised(), !high && used.raised(), days, percent);
    }

    @Override
    protected String headline(CreditEvents events) {
        return events.overdue() || events.highUse() ? "review" : "no event";
    }

    @Override
    protected String inWords(CreditEvents events) {
        return events.overdue() || events.highUse() ? "review | 需核查" : "no event | 无事件";
    }

    private record Use(BigDecimal percent, boolean raised) {}
}
