package dev.innkeeper.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock of the service. It runs at the speed of the machine's clock, drives the engine's
 * timers as well as our own code, and can be moved, which tests and the demo use to see time pass.
 * Its instants are whole milliseconds, as precise as the database keeps them.
 */
@Component
public final class InnkeeperClock extends Clock {

    private final AtomicLong aheadInMillis;
    private final ZoneId zone;

    /** A clock that shows the time of the machine. */
    public InnkeeperClock() {
        this(new AtomicLong(), ZoneOffset.UTC);
    }

    private InnkeeperClock(AtomicLong aheadInMillis, ZoneId zone) {
        this.aheadInMillis = aheadInMillis;
        this.zone = zone;
    }

    /**
     * Moves the clock, and the engine's with it.
     *
     * @param by how far; negative to go back
     */
    public void advance(Duration by) {
        ClockUtil.offset(aheadInMillis.addAndGet(by.toMillis()));
    }

    /**
     * Moves the clock, and the engine's with it, to a point in time, from where it goes on running.
     */
    public void moveTo(Instant instant) {
        advance(Duration.between(instant(), instant));
    }

    /** Shows the time of the machine again. */
    public void reset() {
        aheadInMillis.set(0);
        ClockUtil.reset();
    }

    /** How far the clock is ahead of the machine's; negative where it is behind. */
    public Duration ahead() {
        return Duration.ofMillis(aheadInMillis.get());
    }

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(aheadInMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new InnkeeperClock(aheadInMillis, other);
    }
}
