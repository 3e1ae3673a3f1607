package dev.innkeeper.casefile;

import dev.innkeeper.casefile.ClockView.Mark;
import dev.innkeeper.casefile.ClockView.State;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one case that have not ended, as one operation works with them. {@link
 * CaseClocks#save} writes what changed.
 */
public final class ClockBook {

    private static final String TIME_OVER = "Time is over | 已超时";

    private final CaseNumber number;
    private final CaseClocks clocks;
    private final List<Line> lines = new ArrayList<>();

    ClockBook(CaseNumber number, CaseClocks clocks, List<CaseClock> open) {
        this.number = number;
        this.clocks = clocks;
        open.forEach(clock -> lines.add(new Line(clock, false)));
    }

    /**
     * A running clock.
     *
     * @param clock its name
     * @param percentElapsed share of its time that is over, rounded down
     * @param percentAtLastCheck the same at the last {@link #checked check}; -1 before the first
     */
    public record Reading(String clock, int percentElapsed, int percentAtLastCheck) {}

    /** The case. */
    public CaseNumber number() {
        return number;
    }

    /**
     * Starts a clock. One of the same name that has not ended is replaced by it.
     *
     * @param why the cause, {@code "English | 中文"}
     */
    public void start(String clock, ClockPolicy policy, Instant at, Actor by, String why) {
        find(clock).ifPresent(line -> line.end(State.REPLACED, Mark.REPLACED, at, by, why));
        Line line =
                new Line(
                        CaseClock.started(clock, policy, clocks.timeOf(policy.calendar()), at),
                        true);
        line.note(at, Mark.STARTED, why, by);
        lines.add(line);
    }

    /** The clock stands still; nothing where it does not run. */
    public void pause(String clock, Instant at, Actor by, String why) {
        running(clock)
                .ifPresent(
                        line -> {
                            line.lookAt(at);
                            line.change(c -> c.paused(at));
                            line.note(at, Mark.PAUSED, why, by);
                        });
    }

    /** The clock goes on; nothing where it does not stand still. */
    public void resume(String clock, Instant at, Actor by, String why) {
        find(clock)
                .filter(line -> line.clock.isPaused())
                .ifPresent(
                        line -> {
                            line.change(c -> c.resumed(at));
                            line.note(at, Mark.RESUMED, why, by);
                        });
    }

    /**
     * What the clock measured is done.
     *
     * @return whether it was in time; empty where there is no such clock
     */
    public Optional<Boolean> meet(String clock, Instant at, Actor by, String why) {
        return find(clock)
                .map(
                        line -> {
                            line.missedBefore(at);
                            line.end(State.MET, Mark.MET, at, by, why);
                            return !line.clock.row().late();
                        });
    }

    /** Every clock ends with nothing to meet any more. */
    public void stopAll(Instant at, Actor by, String why) {
        for (Line line : lines) {
            if (line.isOpen()) {
                line.missedBefore(at);
                line.end(State.STOPPED, Mark.STOPPED, at, by, why);
            }
        }
    }

    /** Notes the deadlines that have passed. */
    public void look(Instant at) {
        lines.stream().filter(line -> line.clock.isRunning()).forEach(line -> line.lookAt(at));
    }

    /** The clocks that run. */
    public List<Reading> readings(Instant at) {
        return lines.stream()
                .filter(line -> line.clock.isRunning())
                .map(
                        line ->
                                new Reading(
                                        line.clock.row().clock(),
                                        line.clock.percentAt(at),
                                        line.clock.row().checkedPercent()))
                .toList();
    }

    /**
     * Notes that a running clock was checked, and when to check it next.
     *
     * @param nextPercent the share of its time, or null for never
     */
    public void checked(String clock, int percent, @Nullable Integer nextPercent) {
        running(clock).ifPresent(line -> line.change(c -> c.checked(percent, nextPercent)));
    }

    /** When the first running clock is to be checked, or empty. */
    public Optional<Instant> nextCheckAt() {
        return lines.stream()
                .map(line -> line.clock)
                .filter(CaseClock::isRunning)
                .filter(clock -> clock.row().nextCheckPercent() != null)
                .map(
                        clock ->
                                clock.instantOf(
                                        Objects.requireNonNull(clock.row().nextCheckPercent())))
                .min(Instant::compareTo);
    }

    /** The deadline of the clock where it runs. */
    public Optional<Instant> dueAt(String clock) {
        return running(clock).map(line -> line.clock.row().dueAt());
    }

    /** Whether there is a clock of this name that has not ended. */
    public boolean isOpen(String clock) {
        return find(clock).isPresent();
    }

    List<Line> changed() {
        return lines.stream().filter(line -> line.changed).toList();
    }

    private Optional<Line> find(String clock) {
        return lines.stream()
                .filter(Line::isOpen)
                .filter(line -> line.clock.row().clock().equals(clock))
                .findFirst();
    }

    private Optional<Line> running(String clock) {
        return find(clock).filter(line -> line.clock.isRunning());
    }

    /** A clock with the ledger entries that this operation adds. */
    static final class Line {

        private CaseClock clock;
        private boolean changed;
        private final List<ClockView.Entry> entries = new ArrayList<>();

        private Line(CaseClock clock, boolean changed) {
            this.clock = clock;
            this.changed = changed;
        }

        CaseClock clock() {
            return clock;
        }

        List<ClockView.Entry> entries() {
            return entries;
        }

        private boolean isOpen() {
            return clock.isRunning() || clock.isPaused();
        }

        private void change(UnaryOperator<CaseClock> change) {
            clock = change.apply(clock);
            changed = true;
        }

        private void note(Instant at, Mark mark, String why, Actor by) {
            entries.add(new ClockView.Entry(at, mark, why, by.userId()));
            changed = true;
        }

        private void end(State state, Mark mark, Instant at, Actor by, String why) {
            change(c -> c.ended(state, at));
            note(at, mark, why, by);
        }

        /** The deadline is here or past. */
        private void lookAt(Instant at) {
            if (!clock.row().late() && !at.isBefore(clock.row().dueAt())) {
                miss();
            }
        }

        /** The deadline is past: what is done at the deadline is in time. */
        private void missedBefore(Instant at) {
            if (clock.isRunning() && !clock.row().late() && at.isAfter(clock.row().dueAt())) {
                miss();
            }
        }

        private void miss() {
            change(CaseClock::missed);
            note(clock.row().dueAt(), Mark.MISSED, TIME_OVER, Actor.SYSTEM);
        }
    }
}
