package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Collects what is done for a customer and what it is offered: the most personal task and the best
 * offer win, and the end of all effort outweighs both.
 */
public final class CareOfferOutcome extends Outcome<CareOffer> {

    private final Only<Integer> absentFrom = only("days from which a regular is absent");
    private final Only<Integer> fewBelow = only("visits below which a regular comes seldom");
    private final Only<Integer> answerWithin = only("days in which an offer is answered");
    private final List<Measured> absences = new ArrayList<>(1);
    private final List<Measured> counts = new ArrayList<>(1);
    private final List<Asked> asked = new ArrayList<>(2);
    private final Merged<Offer> offer = highest();
    private boolean effortEnds;

    /** A regular is absent once it stays away for so many days. */
    @RuleCall(en = "Regulars are absent from days", zh = "老客户久未光顾起始天数")
    public void absentFrom(int days, String reason) {
        absentFrom.set(days, reason);
    }

    /** A regular comes seldom with fewer visits than these in 30 days. */
    @RuleCall(en = "Regulars come seldom below visits", zh = "老客户光顾过少界限")
    public void fewVisitsBelow(int visits, String reason) {
        fewBelow.set(visits, reason);
    }

    /** An offer not answered within so many days counts as not answered. */
    @RuleCall(en = "Offers are answered within days", zh = "优惠回复期限（天）")
    public void answerWithin(int days, String reason) {
        answerWithin.set(days, reason);
    }

    /** The task of this group where the customer, away for so many days, is absent. */
    @RuleCall(en = "Where absent: days away, task, group", zh = "久未光顾时：天数、任务、负责组")
    public void whereAbsent(int days, CareTask task, Group who, String reason) {
        absences.add(new Measured(days, new Asked(task, who, because(reason))));
    }

    /** The task of this group where the customer, with so many visits, comes seldom. */
    @RuleCall(en = "Where seldom: visits, task, group", zh = "光顾过少时：次数、任务、负责组")
    public void whereSeldom(int visits, CareTask task, Group who, String reason) {
        counts.add(new Measured(visits, new Asked(task, who, because(reason))));
    }

    /** The task of this group. */
    @RuleCall(en = "Task and group", zh = "任务及负责组")
    public void care(CareTask task, Group who, String reason) {
        asked.add(new Asked(task, who, because(reason)));
    }

    /** The house offers this, worth so much in CNY; of several the best. */
    @RuleCall(en = "Offer and its worth in CNY", zh = "优惠及其价值（元）")
    public void offer(OfferKind kind, BigDecimal worth, String reason) {
        offer.add(new Offer(kind, worth), reason);
    }

    /** Nothing more is done for this customer. */
    @RuleCall(en = "No more effort", zh = "不再投入")
    public void noMoreEffort(String reason) {
        because(reason);
        effortEnds = true;
    }

    @Override
    protected CareOffer fold() {
        int from = absentFrom.required();
        int below = fewBelow.required();
        asked.addAll(due(absences, absentFrom, days -> days >= from));
        asked.addAll(due(counts, fewBelow, visits -> visits < below));
        var task =
                effortEnds
                        ? CareTask.NONE
                        : asked.stream()
                                .map(Asked::task)
                                .min(CareTask::compareTo)
                                .orElse(CareTask.NONE);
        var who = EnumSet.noneOf(Group.class);
        for (Asked one : asked) {
            if (one.task() == task) {
                who.add(one.who());
            } else {
                one.contribution().giveWay();
            }
        }
        var offered = offered(task);
        return new CareOffer(
                task != CareTask.NONE,
                task,
                who,
                offered.kind(),
                offered.worth().setScale(2, RoundingMode.DOWN),
                effortEnds,
                answerWithin.required(),
                from,
                below);
    }

    private static List<Asked> due(List<Measured> all, Only<Integer> mark, IntPredicate passes) {
        var due = new ArrayList<Asked>(all.size());
        for (Measured one : all) {
            if (passes.test(one.figure())) {
                due.add(one.asked());
            } else {
                one.asked().contribution().giveWay();
            }
        }
        if (due.isEmpty()) {
            mark.giveWay();
        }
        return due;
    }

    private Offer offered(CareTask task) {
        var nothing = new Offer(OfferKind.NONE, BigDecimal.ZERO);
        var best = task == CareTask.NONE ? nothing : offer.orElse(nothing);
        if (task == CareTask.NONE) {
            offer.giveWay();
        }
        if (best.kind() == OfferKind.NONE) {
            answerWithin.giveWay();
        }
        return best;
    }

    @Override
    protected String headline(CareOffer care) {
        return care.task().name();
    }

    @Override
    protected String inWords(CareOffer care) {
        return care.offer() == OfferKind.NONE
                ? care.task().english() + " | " + care.task().chinese()
                : "%s: %s | %s：%s"
                        .formatted(
                                care.task().english(),
                                care.offer().english(),
                                care.task().chinese(),
                                care.offer().chinese());
    }

    private record Measured(int figure, Asked asked) {}

    private record Asked(CareTask task, Group who, Contribution contribution) {}

    private record Offer(OfferKind kind, BigDecimal worth) implements Comparable<Offer> {

        @Override
        public int compareTo(Offer other) {
            int byKind = other.kind.compareTo(kind);
            return byKind == 0 ? worth.compareTo(other.worth) : byKind;
        }
    }
}
