package dev.innkeeper.creditreview;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credit in figures, on a day. Percentages and days have two decimals, and are null where there is
 * nothing to count.
 *
 * @param asOf the day
 * @param limit what all customers may owe together, by the terms of the day
 * @param exposure what is granted and owed by tier and band, in their order; last, what customers
 *     owe who have no terms
 * @param months receivables and movements month by month, oldest first; the last ends with the day
 * @param reviews which reviews are due; counted as they are now
 * @param onHold customers who get no more credit now
 */
public record CreditOverview(
        LocalDate asOf,
        Money limit,
        List<Exposure> exposure,
        List<Month> months,
        Reviews reviews,
        long onHold) {

    /**
     * What customers of a tier and a band may owe and owe.
     *
     * @param tier null for those without terms
     * @param band null for those without terms
     * @param customers with such terms, or, without terms, with something open
     * @param limit what they may owe together
     * @param open what they owe together
     * @param overdue what of it is past its day
     * @param use open in percent of the limit; null without a limit
     */
    public record Exposure(
            @Nullable Tier tier,
            @Nullable ScoreBand band,
            long customers,
            Money limit,
            Money open,
            Money overdue,
            @Nullable BigDecimal use) {}

    /**
     * Receivables at the end of a month, and what reviews moved in it.
     *
     * <p>Days of sales outstanding are the receivables at the end of the month ÷ what was invoiced
     * in the 90 days that end with it × 90: a rolling measure, which does not jump where a month
     * has few invoices. Receivables are all invoices issued by then less all payments made by then;
     * overdue is what of them was due before that day. Disputed invoices count.
     *
     * @param end the last day of the month, or of the figures
     * @param receivables what was open on that day
     * @param overdue what of it was past its day
     * @param overdueShare overdue in percent of the receivables; null where nothing was open
     * @param invoiced what was invoiced in the 90 days that end with that day
     * @param dso days of sales outstanding; null where nothing was invoiced in these 90 days
     * @param first customers who got terms for the first time in the month
     * @param up customers whose terms went up
     * @param same customers whose terms were looked at and stayed
     * @param down customers whose terms went down
     */
    public record Month(
            LocalDate end,
            Money receivables,
            Money overdue,
            @Nullable BigDecimal overdueShare,
            Money invoiced,
            @Nullable BigDecimal dso,
            long first,
            long up,
            long same,
            long down) {}

    /**
     * The customers who are due for a review, seen from the day of the figures.
     *
     * @param soon due within the 30 days after the day
     * @param today due on the day
     * @param week due 1 to 7 days before it, and so late
     * @param month due 8 to 30 days before it
     * @param longer due more than 30 days before it
     * @param open customers whose review is under way
     */
    public record Reviews(long soon, long today, long week, long month, long longer, long open) {

        /** All that should have been done by the day before. */
        public long late() {
            return week + month + longer;
        }
    }
}
