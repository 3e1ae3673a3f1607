package dev.innkeeper.nightly;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a nightly work has come for a day.
 *
 * @param work its name
 * @param day the day for which it runs
 * @param afterId the last customer that was looked at; empty before the first
 * @param looked how many customers were due
 * @param done for how many something was done
 * @param failed how many were left out, since their work failed
 * @param startedAt when it began
 * @param endedAt when it was over, or null while it runs
 */
public record NightRun(
        String work,
        LocalDate day,
        String afterId,
        int looked,
        int done,
        int failed,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Whether nothing is left to do. */
    public boolean over() {
        return endedAt != null;
    }
}
