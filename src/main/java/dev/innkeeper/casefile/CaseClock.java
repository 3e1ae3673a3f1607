package dev.innkeeper.casefile;

import dev.innkeeper.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case. It measures the time used on its calendar and, beside it, the elapsed time;
 * both stand still together, and the one that is nearer to its end counts.
 */
final class CaseClock {

    private static final int PERCENT = 100;
    private static final int MOST_PERCENT = 1_000_000;

    private final WorkingTime time;
    private final Row row;

    /** What is kept of a clock. */
    record Row(
            @Nullable Long id,
            String clock,
            ClockPolicy policy,
            ClockView.State state,
            Instant startedAt,
            @Nullable Instant runningSince,
            long usedMillis,
            long elapsedMillis,
            Instant dueAt,
            boolean late,
            @Nullable Instant endedAt,
            int checkedPercent,
            @Nullable Integer nextCheckPercent) {}

    CaseClock(Row row, WorkingTime time) {
        this.row = row;
        this.time = time;
    }

    static CaseClock started(String clock, ClockPolicy policy, WorkingTime time, Instant at) {
        Row row =
                new Row(
                        null,
                        clock,
                        policy,
                        ClockView.State.RUNNING,
                        at,
                        at,
                        0,
                        0,
                        at,
                        false,
                        null,
                        -1,
                        null);
        return new CaseClock(row, time).due();
    }

    Row row() {
        return row;
    }

    boolean isRunning() {
        return row.state == ClockView.State.RUNNING;
    }

    boolean isPaused() {
        return row.state == ClockView.State.PAUSED;
    }

    /** Share of the time that is over, rounded down. */
    int percentAt(Instant at) {
        long used = usedMillis(at) * PERCENT / row.policy.allowed().toMillis();
        long elapsed = elapsedMillis(at) * PERCENT / row.policy.limit().toMillis();
        return (int) Math.min(Math.max(used, elapsed), MOST_PERCENT);
    }

    /** The earliest instant at which the running clock shows this share. */
    Instant instantOf(int percent) {
        Instant since = row.runningSince == null ? row.dueAt : row.runningSince;
        long used = share(row.policy.allowed(), percent) - row.usedMillis;
        long elapsed = share(row.policy.limit(), percent) - row.elapsedMillis;
        Instant byCalendar = used <= 0 ? since : time.plus(since, Duration.ofMillis(used));
        Instant byLimit = elapsed <= 0 ? since : since.plusMillis(elapsed);
        return byCalendar.isBefore(byLimit) ? byCalendar : byLimit;
    }

    /** The deadline as it would be if the clock went on at that moment. */
    Instant dueIfRunningAt(Instant at) {
        return isPaused() ? resumed(at).row.dueAt : row.dueAt;
    }

    CaseClock paused(Instant at) {
        return with(ClockView.State.PAUSED, null, usedMillis(at), elapsedMillis(at), null);
    }

    CaseClock resumed(Instant at) {
        return with(ClockView.State.RUNNING, at, row.usedMillis, row.elapsedMillis, null).due();
    }

    CaseClock ended(ClockView.State state, Instant at) {
        return with(state, null, usedMillis(at), elapsedMillis(at), at);
    }

    CaseClock missed() {
        return new CaseClock(
                new Row(
                        row.id,
                        row.clock,
                        row.policy,
                        row.state,
                        row.startedAt,
                        row.runningSince,
                        row.usedMillis,
                        row.elapsedMillis,
                        row.dueAt,
                        true,
                        row.endedAt,
                        row.checkedPercent,
                        row.nextCheckPercent),
                time);
    }

    CaseClock checked(int percent, @Nullable Integer next) {
        return new CaseClock(
                new Row(
                        row.id,
                        row.clock,
                        row.policy,
                        row.state,
                        row.startedAt,
                        row.runningSince,
                        row.usedMillis,
                        row.elapsedMillis,
                        row.dueAt,
                        row.late,
                        row.endedAt,
                        percent,
                        next),
                time);
    }

    private CaseClock due() {
        return new CaseClock(
                new Row(
                        row.id,
                        row.clock,
                        row.policy,
                        row.state,
                        row.startedAt,
                        row.runningSince,
                        row.usedMillis,
                        row.elapsedMillis,
                        instantOf(PERCENT),
                        row.late,
                        row.endedAt,
                        row.checkedPercent,
                        row.nextCheckPercent),
                time);
    }

    private CaseClock with(
            ClockView.State state,
            @Nullable Instant runningSince,
            long usedMillis,
            long elapsedMillis,
            @Nullable Instant endedAt) {
        return new CaseClock(
                new Row(
                        row.id,
                        row.clock,
                        row.policy,
                        state,
                        row.startedAt,
                        runningSince,
                        usedMillis,
                        elapsedMillis,
                        row.dueAt,
                        row.late,
                        endedAt,
                        row.checkedPercent,
                        row.nextCheckPercent),
                time);
    }

    private long usedMillis(Instant at) {
        return row.runningSince == null
                ? row.usedMillis
                : row.usedMillis + time.between(row.runningSince, at).toMillis();
    }

    private long elapsedMillis(Instant at) {
        return row.runningSince == null || at.isBefore(row.runningSince)
                ? row.elapsedMillis
                : row.elapsedMillis + Duration.between(row.runningSince, at).toMillis();
    }

    private static long share(Duration whole, int percent) {
        return -Math.floorDiv(-whole.toMillis() * percent, (long) PERCENT);
    }
}
