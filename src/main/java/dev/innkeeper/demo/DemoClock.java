package dev.innkeeper.demo;

import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/**
 * The clock of the service in the hands of somebody who wants to see time pass. Where it was moved
 * to is remembered over a restart, so that time never runs backwards for a case.
 */
@Service
public class DemoClock implements SmartInitializingSingleton {

    /** How far ahead of the machine's the clock may be. */
    static final Duration FURTHEST = Duration.ofDays(366);

    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);

    private final DemoMode mode;
    private final DemoState state;
    private final InnkeeperClock clock;

    DemoClock(DemoMode mode, DemoState state, InnkeeperClock clock) {
        this.mode = mode;
        this.state = state;
        this.clock = clock;
    }

    /**
     * What the clock shows.
     *
     * @param now the time of the service
     * @param ahead how far that is ahead of the machine's clock; zero where it was not moved
     */
    public record Reading(Instant now, Duration ahead) {}

    /** Sets the clock as it was left, before the first timer looks at it. */
    @Override
    public void afterSingletonsInstantiated() {
        Duration ahead = mode.on() ? state.clockAhead() : Duration.ZERO;
        if (!ahead.isZero()) {
            clock.advance(ahead.minus(clock.ahead()));
            LOG.warn(
                    "The demo clock is {} ahead of the real time, as it was left: it shows {}. Set"
                            + " it right with POST /api/demo/clock {\"reset\":true}.",
                    ahead,
                    clock.instant());
        }
    }

    /**
     * What the clock shows now.
     *
     * @throws Refusal FORBIDDEN where this is no demonstration
     */
    public Reading read() {
        onlyInADemonstration();
        return new Reading(clock.instant(), clock.ahead());
    }

    /**
     * Moves the clock forward. Timers that become due fire within seconds.
     *
     * @throws Refusal FORBIDDEN where this is no demonstration; REFUSED for a way back, or too far
     */
    public Reading advance(Duration by) {
        onlyInADemonstration();
        if (by.isNegative() || by.isZero()) {
            throw Refusal.refused(
                    "advance",
                    "The clock goes forward only. | 时钟只能前进。",
                    "Give a positive duration such as PT2H; to go back to the real time, reset.");
        }
        if (by.compareTo(FURTHEST.minus(clock.ahead())) > 0) {
            throw Refusal.refused(
                    "advance",
                    "The clock would be more than " + FURTHEST.toDays() + " days ahead.",
                    "Give a shorter duration, or reset first.");
        }
        clock.advance(by.truncatedTo(ChronoUnit.MILLIS));
        return remember();
    }

    /**
     * Shows the real time again. What happened on the moved clock stays, dated in the future.
     *
     * @throws Refusal FORBIDDEN where this is no demonstration
     */
    public Reading reset() {
        onlyInADemonstration();
        clock.reset();
        return remember();
    }

    private Reading remember() {
        state.rememberClockAhead(clock.ahead());
        Reading reading = new Reading(clock.instant(), clock.ahead());
        if (reading.ahead().isZero()) {
            LOG.info("The demo clock shows the real time");
        } else {
            LOG.info(
                    "The demo clock shows {}, {} from the real time",
                    reading.now(),
                    reading.ahead());
        }
        return reading;
    }

    private void onlyInADemonstration() {
        if (!mode.on()) {
            throw Refusal.forbidden(
                    "This is no demonstration, so its clock is not moved.",
                    "Start a demonstration (innkeeper.demo.enabled=true) on a database of its"
                            + " own.");
        }
    }
}
