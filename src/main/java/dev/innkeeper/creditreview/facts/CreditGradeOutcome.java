package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.Union;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Collects the terms of a customer: the tier gives limit and term, the band of the score moves
 * them, and the cap comes last.
 */
public final class CreditGradeOutcome extends Outcome<CreditGrade> {

    private final Merged<ScoreBand> band = gravest();
    private final Map<ScoreBand, Only<BandTerms>> bands = new EnumMap<>(ScoreBand.class);
    private final Map<ScoreBand, Contribution> cashOnly = new EnumMap<>(ScoreBand.class);
    private final Only<BigDecimal> limit = only("limit of the tier");
    private final Merged<BigDecimal> cap = lowest();
    private final Only<Integer> term = only("term of the tier");
    private final Only<Granted> present = only("present terms");
    private final Map<Movement, Union<Group>> told = new EnumMap<>(Movement.class);

    /** The score is at least of this band. */
    @RuleCall(en = "At least this band", zh = "至少为此等级")
    public void atLeast(ScoreBand least, String reason) {
        band.add(least, reason);
    }

    /**
     * What the limit is before the score moves it.
     *
     * @param spend CNY a month
     * @param times how many months' spend
     */
    @RuleCall(en = "Limit: monthly spend, times", zh = "额度：月消费、倍数")
    public void limit(BigDecimal spend, BigDecimal times, String reason) {
        limit.set(spend.multiply(times), reason);
    }

    /** The limit is never above this, in CNY, whatever the score. */
    @RuleCall(en = "At most CNY", zh = "上限（元）")
    public void atMost(BigDecimal most, String reason) {
        cap.add(most, reason);
    }

    /** The days in which an invoice is to be paid before the score moves them. */
    @RuleCall(en = "Term in days", zh = "账期（天）")
    public void term(int days, String reason) {
        term.set(days, reason);
    }

    /** How a band moves limit and term, both in percent, and the days until the next review. */
    @RuleCall(
            en = "Band, percent of the limit and of the term, next review",
            zh = "等级、额度百分比、账期百分比、下次核查")
    public void inBand(
            ScoreBand of, int limitPercent, int termPercent, int nextReviewDays, String reason) {
        bands.computeIfAbsent(of, one -> only("terms of band " + one))
                .set(new BandTerms(limitPercent, termPercent, nextReviewDays), reason);
    }

    /** Customers of this band pay cash. */
    @RuleCall(en = "Cash only in this band", zh = "此等级仅限现金")
    public void cashOnly(ScoreBand of, String reason) {
        cashOnly.put(of, because(reason));
    }

    /** The terms that the customer has now. */
    @RuleCall(en = "Present limit and term", zh = "现有额度及账期")
    public void present(BigDecimal limitNow, int termNow, String reason) {
        present.set(new Granted(limitNow, termNow), reason);
    }

    /** This department is told of such a movement. */
    @RuleCall(en = "Tell a department of a movement", zh = "将调整通知部门")
    public void tell(Movement of, Group group, String reason) {
        told.computeIfAbsent(of, one -> union()).add(group, reason);
    }

    @Override
    protected CreditGrade fold() {
        var reached = band.required("band of the score");
        bands.forEach((of, terms) -> giveWayUnless(of == reached, terms));
        cashOnly.entrySet().stream()
                .filter(entry -> entry.getKey() != reached)
                .forEach(entry -> entry.getValue().giveWay());
        var terms = bands.computeIfAbsent(reached, one -> only("terms of band " + one)).required();
        boolean cash = cashOnly.containsKey(reached);
        var granted = cash ? nothing() : granted(terms);
        var movement = granted.against(present.required());
        return new CreditGrade(
                reached,
                granted.limit(),
                granted.termDays(),
                cash,
                terms.nextReviewDays(),
                movement,
                told(movement));
    }

    private static void giveWayUnless(boolean holds, Only<?> value) {
        if (!holds) {
            value.giveWay();
        }
    }

    private Granted nothing() {
        limit.giveWay();
        cap.giveWay();
        term.giveWay();
        return new Granted(BigDecimal.ZERO.setScale(2), 0);
    }

    private Granted granted(BandTerms terms) {
        var wanted = percent(limit.required(), terms.limitPercent());
        var most = cap.required("most that a customer of the tier may have");
        if (wanted.compareTo(most) <= 0) {
            cap.giveWay();
        }
        return new Granted(
                wanted.min(most).setScale(2, RoundingMode.DOWN),
                percent(BigDecimal.valueOf(term.required()), terms.termPercent()).intValue());
    }

    private static BigDecimal percent(BigDecimal of, int percent) {
        return of.multiply(BigDecimal.valueOf(percent, 2));
    }

    private Set<Group> told(Movement movement) {
        told.forEach(
                (of, groups) -> {
                    if (of != movement) {
                        groups.giveWay();
                    }
                });
        var groups = told.get(movement);
        return groups == null ? EnumSet.noneOf(Group.class) : groups.values();
    }

    @Override
    protected String headline(CreditGrade grade) {
        return grade.band().name();
    }

    @Override
    protected String inWords(CreditGrade grade) {
        return grade.cashOnly()
                ? "cash only | 仅限现金"
                : "limit %s CNY, %d days | 额度%1$s元，账期%2$d天"
                        .formatted(grade.limit().toPlainString(), grade.termDays());
    }

    private record BandTerms(int limitPercent, int termPercent, int nextReviewDays) {

        @Override
        public String toString() {
            return "%d percent of the limit, %d percent of the term, next review after %d days"
                    .formatted(limitPercent, termPercent, nextReviewDays);
        }
    }

    private record Granted(BigDecimal limit, int termDays) {

        Movement against(Granted before) {
            int moved = limit.compareTo(before.limit);
            if (moved == 0 && limit.signum() > 0) {
                moved = Integer.compare(termDays, before.termDays);
            }
            return moved > 0 ? Movement.UP : moved < 0 ? Movement.DOWN : Movement.SAME;
        }
    }
}
