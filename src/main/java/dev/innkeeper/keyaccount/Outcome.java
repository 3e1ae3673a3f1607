package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a deal ends.
 *
 * @param stage WON, LOST or DISCARDED
 * @param reason the code of the reason, or null
 * @param words why, in words
 * @param competitor who got it or who else was in it, or null for what is known already
 * @param contract the contract of a deal that is won, else null
 */
public record Outcome(
        Stage stage,
        @Nullable String reason,
        String words,
        @Nullable String competitor,
        @Nullable Contract contract) {

    /**
     * A contract.
     *
     * @param number its number, or null where there is none yet
     * @param date its date, or null for today
     * @param termMonths months; 0 where not set
     * @param value what the customer pays in the first year, in CNY
     * @param prepaid the customer pays in advance
     * @param creditRequested the credit that the contract grants, in CNY
     * @param grossMarginAboveAverage it earns more than our average
     * @param strategic the customer is a brand or a reference
     * @param advancedManagement the customer's management is advanced
     */
    public record Contract(
            @Nullable String number,
            @Nullable LocalDate date,
            int termMonths,
            Money value,
            boolean prepaid,
            Money creditRequested,
            boolean grossMarginAboveAverage,
            boolean strategic,
            boolean advancedManagement) {}

    /** Lost, by this reason. */
    public static Outcome lost(@Nullable String reason, String words, @Nullable String competitor) {
        return new Outcome(Stage.LOST, reason, words, competitor, null);
    }

    /** Discarded, by this reason. */
    public static Outcome discarded(@Nullable String reason, String words) {
        return new Outcome(Stage.DISCARDED, reason, words, null, null);
    }
}
