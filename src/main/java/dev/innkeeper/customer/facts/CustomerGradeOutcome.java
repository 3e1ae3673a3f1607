package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Tier;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Collects what a customer is worth, in which tier it is kept and at which stage it is: of several
 * the one of the highest rank counts.
 */
public final class CustomerGradeOutcome extends Outcome<CustomerGrade> {

    private final Merged<ValueClass> valueClass = gravest();
    private final Merged<Ranked<Tier>> tier = highest();
    private final Merged<Ranked<LifeCycle>> lifeCycle = highest();
    private final Only<Expectation> expectation = only("months that are expected");
    private BigDecimal soFar = BigDecimal.ZERO;
    private BigDecimal lately = BigDecimal.ZERO;

    /** The customer is at least of this class. */
    @RuleCall(en = "At least this value class", zh = "至少为此价值等级")
    public void atLeast(ValueClass least, String reason) {
        valueClass.add(least, reason);
    }

    /** The customer belongs in this tier; of several the one of the highest rank counts. */
    @RuleCall(en = "Tier and its rank", zh = "客户类别及优先级")
    public void tier(Tier belongs, int rank, String reason) {
        tier.add(new Ranked<>(rank, belongs), reason);
    }

    /** The customer is at this stage; of several the one of the highest rank counts. */
    @RuleCall(en = "Life-cycle stage and its rank", zh = "生命周期阶段及优先级")
    public void lifeCycle(LifeCycle stage, int rank, String reason) {
        lifeCycle.add(new Ranked<>(rank, stage), reason);
    }

    /**
     * What the house has earned.
     *
     * @param percent how much of it is margin
     * @param amount CNY so far
     * @param amountLately CNY lately, in the months from which more is expected
     */
    @RuleCall(en = "Percent of margin, CNY so far, CNY lately", zh = "毛利百分比、累计金额、近期金额")
    public void earned(int percent, BigDecimal amount, BigDecimal amountLately, String reason) {
        because(reason);
        soFar = soFar.add(amount.multiply(BigDecimal.valueOf(percent, 2)));
        lately = lately.add(amountLately.multiply(BigDecimal.valueOf(percent, 2)));
    }

    /**
     * How many months more are expected.
     *
     * @param months the months expected
     * @param like the months, up to now, after which they are expected
     */
    @RuleCall(en = "Months expected, like the last months", zh = "预期月数、参照近期月数")
    public void expect(int months, int like, String reason) {
        expectation.set(new Expectation(months, like), reason);
    }

    @Override
    protected CustomerGrade fold() {
        return new CustomerGrade(
                valueClass.required("value class"),
                tier.required("tier").value(),
                lifeCycle.required("life-cycle stage").value(),
                lifeTimeValue());
    }

    private BigDecimal lifeTimeValue() {
        var expected = expectation.required();
        return lately.multiply(BigDecimal.valueOf(expected.months()))
                .divide(BigDecimal.valueOf(expected.like()), 4, RoundingMode.DOWN)
                .add(soFar)
                .max(BigDecimal.ZERO)
                .setScale(2, RoundingMode.DOWN);
    }

    @Override
    protected String headline(CustomerGrade grade) {
        return grade.tier().name();
    }

    @Override
    protected String inWords(CustomerGrade grade) {
        return "%s, %s, %s | %s，%s，%s"
                .formatted(
                        grade.valueClass().english(),
                        grade.tier().english(),
                        grade.lifeCycle().english(),
                        grade.valueClass().chinese(),
                        grade.tier().chinese(),
                        grade.lifeCycle().chinese());
    }

    private record Expectation(int months, int like) {

        @Override
        public String toString() {
            return "%d months like the last %d".formatted(months, like);
        }
    }

    private record Ranked<E extends Enum<E>>(int rank, E value) implements Comparable<Ranked<E>> {

        @Override
        public int compareTo(Ranked<E> other) {
            int byRank = Integer.compare(rank, other.rank);
            return byRank == 0 ? value.compareTo(other.value) : byRank;
        }
    }
}
