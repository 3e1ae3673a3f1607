package dev.innkeeper.calendar;

import java.time.Duration;
import java.time.Instant;

/** The time in which a department works. */
public sealed interface WorkingTime permits AroundTheClock, WorkingCalendar {

    /**
     * When so much working time has passed.
     *
     * @param from where to start
     * @param working how much working time, not negative
     * @return the earliest instant at which it has passed; {@code from} itself for none
     */
    Instant plus(Instant from, Duration working);

    /**
     * The end of work on the last of so many working days.
     *
     * @param from where to start; its own day is not counted
     * @param days how many, 1 or more
     */
    Instant endOfWorkingDay(Instant from, int days);

    /** How much working time lies between; none where {@code to} is not after {@code from}. */
    Duration between(Instant from, Instant to);
}
