package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.ValueClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the house knows of a customer when it thinks of calling.
 *
 * @param valueClass as graded last, or null before the first grade
 * @param lifeTimeValue in CNY, as graded last
 * @param lost whether the customer counts as lost
 * @param noMoreEffort the customer is left alone until the next visit
 * @param bornOn the birthday, or null where it is not known
 * @param firstSeenOn the day on which the file was opened
 * @param lastVisitOn the last day of the last stay or visit; of a customer of whom the house knows
 *     none the last day on which it was billed; null where there was neither
 * @param visitsLast30 days on which a stay or visit began, of the last 30
 * @param visitsLast365 days on which a stay or visit began, of the last 365
 * @param spendLast365 in CNY
 * @param history the last visit was imported long after it was over
 * @param answeredNoOffer the last offer was not answered
 * @param caredForOn the day on which the last case of care was opened, or null
 */
public record CareFigures(
        String customerId,
        Tier tier,
        @Nullable ValueClass valueClass,
        Money lifeTimeValue,
        boolean lost,
        boolean noMoreEffort,
        @Nullable LocalDate bornOn,
        LocalDate firstSeenOn,
        @Nullable LocalDate lastVisitOn,
        int visitsLast30,
        int visitsLast365,
        Money spendLast365,
        boolean history,
        boolean answeredNoOffer,
        @Nullable LocalDate caredForOn) {}
