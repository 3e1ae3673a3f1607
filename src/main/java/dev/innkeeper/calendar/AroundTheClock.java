package dev.innkeeper.calendar;

import java.time.Duration;
import java.time.Instant;

/** Every hour of every day. */
public record AroundTheClock() implements WorkingTime {

    @Override
    public Instant plus(Instant from, Duration working) {
        return from.plus(working);
    }

    @Override
    public Instant endOfWorkingDay(Instant from, int days) {
        return from.plus(Duration.ofDays(days));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
