package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.ValueClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers in figures, on a day. Percentages have two decimals, and are null where there is
 * nothing to count.
 *
 * @param asOf the day
 * @param shares how the turnover of the 365 days that end with the day is spread over customers
 * @param valueClasses customers by value class, as they are graded now, those not graded last
 * @param lifeCycle customers by life-cycle stage, as they are graded now, those not graded last
 * @param tiers customers by tier, as they are kept now
 * @param dormant regulars who stay away
 * @param care how the care ended that was closed in the 365 days that end with the day
 */
public record CustomerFigures(
        LocalDate asOf,
        Shares shares,
        List<Count<ValueClass>> valueClasses,
        List<Count<LifeCycle>> lifeCycle,
        List<Count<Tier>> tiers,
        Dormant dormant,
        List<CareFigure> care) {

    /**
     * How turnover is spread. The turnover of a customer is the larger of what it spent on stays
     * and what it was invoiced, since a bill on account is in both; customers without any are not
     * counted.
     *
     * @param customers who brought turnover
     * @param turnover what they brought together
     * @param curve the share of the turnover that the best customers bring, for each 20th of the
     *     customers, the best first; of few customers some 20ths are left out
     * @param customersFor80 how many customers, in percent, it takes to bring 80 percent of the
     *     turnover
     * @param broughtByTop20 what the best 20 percent of the customers, rounded down to whole
     *     customers, bring in percent of the turnover
     */
    public record Shares(
            long customers,
            Money turnover,
            List<Point> curve,
            @Nullable BigDecimal customersFor80,
            @Nullable BigDecimal broughtByTop20) {}

    /**
     * A point of the curve.
     *
     * @param customers the best customers, in percent of all
     * @param turnover what they bring, in percent of the turnover
     */
    public record Point(BigDecimal customers, BigDecimal turnover) {}

    /**
     * How many customers have something in common.
     *
     * @param kind what they have in common; null for those not graded
     * @param customers how many
     * @param lifeTimeValue what they are worth together
     */
    public record Count<K>(@Nullable K kind, long customers, Money lifeTimeValue) {}

    /**
     * Loyal regulars without a visit.
     *
     * @param fromDays a regular is absent once it stays away for so many days, as the rules of
     *     {@code customer/care-offer} say
     * @param number how many
     * @param page from 0
     * @param size regulars on a page
     * @param regulars those of the page, longest away first
     */
    public record Dormant(
            int fromDays, long number, int page, int size, List<DormantRegular> regulars) {}

    /**
     * A loyal regular without a visit.
     *
     * @param name the person, or the company
     * @param lastVisitOn the last visit by the day of the figures
     * @param daysAway days since
     */
    public record DormantRegular(
            String customerId,
            @Nullable String name,
            LocalDate lastVisitOn,
            int daysAway,
            @Nullable ValueClass valueClass,
            Money lifeTimeValue) {}

    /**
     * How the care for one cause ended.
     *
     * @param outcome how it ended
     * @param number how many such cases
     * @param offers how many of these were made an offer
     * @param worth what these offers are worth together
     */
    public record CareFigure(
            CareCause cause, CareOutcome outcome, long number, long offers, Money worth) {}
}
