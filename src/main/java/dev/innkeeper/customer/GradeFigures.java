package dev.innkeeper.customer;

import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.CustomerGrade;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.ValueClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the tables hold of a customer for its grade. Amounts in CNY; those of stays and of invoices
 * lie beside each other, since a bill on account is in both.
 *
 * @param tierSetBy the person who set the tier, or null
 * @param tierSetAt when, or null
 * @param interval the median of the days between two visits, or null with fewer than two
 */
record GradeFigures(
        String customerId,
        Tier tier,
        @Nullable String tierSetBy,
        @Nullable Instant tierSetAt,
        @Nullable ValueClass valueClass,
        @Nullable LifeCycle lifeCycle,
        BigDecimal lifeTimeValue,
        boolean strategic,
        @Nullable Integer creditScore,
        LocalDate firstSeenOn,
        Visits stays,
        Visits bills,
        BigDecimal margin,
        BigDecimal margin12Months,
        BigDecimal spendWithMargin,
        BigDecimal spendWithMargin12Months,
        @Nullable BigDecimal interval) {

    /**
     * Visits as stays show them, or as invoices do.
     *
     * @param first the first day, or null where there is none
     * @param last the last day, or null where there is none
     * @param days12Months different days of the last 12 months
     * @param months12Months different calendar months among them
     */
    record Visits(
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int days12Months,
            int months12Months,
            BigDecimal spend,
            BigDecimal spend12Months,
            BigDecimal spend90Days,
            BigDecimal spendBefore90Days) {}

    /** The grade that the customer has, or null before the first. */
    @Nullable CustomerGrade present() {
        return valueClass == null || lifeCycle == null
                ? null
                : new CustomerGrade(valueClass, tier, lifeCycle, lifeTimeValue);
    }

    /** What shows how the customer comes: the stays, or where there are none the invoices. */
    Visits visits() {
        return stays.first() == null ? bills : stays;
    }

    /** What shows how the customer spends: what shows more in twelve months. */
    Visits spend() {
        return stays.spend12Months().compareTo(bills.spend12Months()) >= 0 ? stays : bills;
    }

    BigDecimal turnover() {
        return spend().spend12Months();
    }

    /** Spend of which no margin is known: that beyond the stays of which it is. */
    BigDecimal spendWithoutMargin() {
        return stays.spend().max(bills.spend()).subtract(spendWithMargin).max(BigDecimal.ZERO);
    }

    BigDecimal spendWithoutMargin12Months() {
        return turnover().subtract(spendWithMargin12Months).max(BigDecimal.ZERO);
    }
}
