package dev.innkeeper.support;

import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Lets time pass for the service and the engine. Nothing that waits (timers, asynchronous steps)
 * happens in a test but through here, in the order of its due dates.
 */
public final class TimeMachine {

    /** When each test begins: a Monday, 10 in the morning in China, in working hours everywhere. */
    public static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    private static final int MANY = 1000;

    private final InnkeeperClock clock;
    private final ManagementService management;

    TimeMachine(InnkeeperClock clock, ManagementService management) {
        this.clock = clock;
        this.management = management;
    }

    /** The time it is for the service. */
    public Instant now() {
        return clock.instant();
    }

    /** Lets this much time pass; every job that falls due meanwhile runs at its own time. */
    public void advance(Duration by) {
        moveTo(clock.instant().plus(by));
    }

    /** Lets time pass until then; every job that falls due meanwhile runs at its own time. */
    public void moveTo(Instant then) {
        for (var n = 0; n < MANY; n++) {
            var next = nextDue(then);
            if (next.isEmpty()) {
                clock.moveTo(then);
                return;
            }
            var due = next.get().getDuedate();
            if (due != null && due.toInstant().isAfter(clock.instant())) {
                clock.moveTo(due.toInstant());
            }
            management.executeJob(next.get().getId());
        }
        throw new AssertionError("More than " + MANY + " jobs fell due until " + then);
    }

    /** Runs every asynchronous step and timer that is due now, and those that follow from them. */
    public void runDueJobs() {
        moveTo(clock.instant());
    }

    private Optional<Job> nextDue(Instant until) {
        return management.createJobQuery().active().withRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(
                        job ->
                                job.getDuedate() == null
                                        || !job.getDuedate().after(Date.from(until)))
                .min(
                        Comparator.comparing(
                                Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())));
    }
}
