package dev.innkeeper.casefile;

import java.time.Duration;

/**
 * What a clock is started with; it keeps it to its end.
 *
 * @param words the policy, {@code "English | 中文"}
 * @param allowed the time allowed, more than none
 * @param calendar the name of the calendar on which it runs, or {@link #ELAPSED}
 * @param limit elapsed time in which it has to be met whatever the calendar, more than none
 */
public record ClockPolicy(String words, Duration allowed, String calendar, Duration limit) {

    /** Every hour counts. */
    public static final String ELAPSED = "elapsed";

    /** Checks the times. */
    public ClockPolicy {
        if (allowed.toMillis() < 1 || limit.toMillis() < 1) {
            throw new IllegalArgumentException("A clock allows some time");
        }
    }
}
