package dev.innkeeper.calendar;

import dev.innkeeper.common.Group;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendars of all departments, read from a folder. A file that is saved counts within two
 * seconds; while one is broken, the last good calendars serve and the log says what is wrong.
 */
public final class Calendars {

    private static final Logger LOG = LoggerFactory.getLogger(Calendars.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final @Nullable Path folder;
    private final ZoneId zone;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
    private volatile CalendarPlan plan;
    private volatile String stamp;

    /**
     * Reads the folder.
     *
     * @param folder holds {@code calendars.yaml} and the .ics files that it names
     * @param zone the time zone of all hours
     * @throws CalendarProblem where a file cannot be used
     */
    public Calendars(Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
        this.stamp = CalendarFolder.stamp(folder);
        this.plan = CalendarPlan.read(CalendarFolder.read(folder), zone);
    }

    /**
     * Calendars that never change: those packed with the program.
     *
     * @param files the text of {@code calendars.yaml} and of each .ics file by its name
     * @param zone the time zone of all hours
     */
    public Calendars(Map<String, String> files, ZoneId zone) {
        this.folder = null;
        this.zone = zone;
        this.stamp = "";
        this.plan = CalendarPlan.read(new CalendarFolder(files), zone);
    }

    /** The name of the calendar on which the department works. */
    public String nameFor(Group department) {
        return current().nameFor(department);
    }

    /** The calendar on which the department works. */
    public WorkingTime of(Group department) {
        CalendarPlan now = current();
        return now.calendars().get(now.nameFor(department));
    }

    /**
     * The calendar of this name; around the clock where it was removed since, so that a clock which
     * runs on it goes on.
     */
    public WorkingTime named(String name) {
        return current().calendars().getOrDefault(name, new AroundTheClock());
    }

    /**
     * The name of the public holiday that begins on this day and on which people are greeted,
     * {@code "English | 中文"} where the calendar has both; empty on all other days.
     */
    public Optional<String> holidayFrom(LocalDate day) {
        return Optional.ofNullable(current().holidays().get(day));
    }

    private CalendarPlan current() {
        long last = lookedAt.get();
        if (folder != null && System.nanoTime() - last > LOOK_EVERY_NANOS && reading.tryLock()) {
            try {
                lookedAt.set(System.nanoTime());
                readWhereChanged(folder);
            } finally {
                reading.unlock();
            }
        }
        return plan;
    }

    private void readWhereChanged(Path folder) {
        String now = CalendarFolder.stamp(folder);
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        try {
            plan = CalendarPlan.read(CalendarFolder.read(folder), zone);
            LOG.info("The calendars in {} were read again", folder);
        } catch (RuntimeException e) {
            LOG.error(
                    "The calendars in {} cannot be used, the last good ones go on: {}",
                    folder,
                    e.getMessage());
        }
    }
}
