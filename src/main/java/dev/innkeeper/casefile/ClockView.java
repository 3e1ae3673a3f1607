package dev.innkeeper.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case with its ledger.
 *
 * @param clock its name, such as {@code RESOLVE}
 * @param policy what it was started with, {@code "English | 中文"}
 * @param state how it stands
 * @param allowed the time allowed
 * @param calendar the calendar it runs on, or {@code elapsed}
 * @param startedAt when it started
 * @param dueAt its deadline, as far as pauses moved it; while it stands still, as if it went on now
 * @param endedAt when it was met, replaced or stopped, or null
 * @param late it was, or is, not met at its deadline
 * @param percentElapsed share of its time that is over, at the end or now; 100 is the deadline
 * @param ledger every entry, oldest first
 */
public record ClockView(
        String clock,
        String policy,
        State state,
        Duration allowed,
        String calendar,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        boolean late,
        int percentElapsed,
        List<Entry> ledger) {

    /** How a clock stands. */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        /** Another clock took its place. */
        REPLACED,
        /** It ended with nothing to meet any more. */
        STOPPED
    }

    /** What a ledger entry notes. */
    public enum Mark {
        STARTED,
        PAUSED,
        RESUMED,
        MET,
        MISSED,
        REPLACED,
        STOPPED
    }

    /**
     * A line of the ledger.
     *
     * @param at when it took effect; a deadline is missed at the deadline
     * @param mark what
     * @param why the cause, {@code "English | 中文"}
     * @param by the id of the user, or of the service itself
     */
    public record Entry(Instant at, Mark mark, String why, String by) {}
}
