package dev.innkeeper.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Working hours by weekday, with public holidays and make-up working days, in a time zone. Whole
 * weeks without a special day are stepped over at once, so that a long time costs little.
 */
public final class WorkingCalendar implements WorkingTime {

    private static final int DAYS_OF_WEEK = 7;
    private static final int LONGEST_GAP_DAYS = 400;

    private final ZoneId zone;
    private final Map<DayOfWeek, Hours> week;
    private final Hours madeUpHours;
    private final Set<LocalDate> off;
    private final Set<LocalDate> madeUp;
    private final TreeSet<LocalDate> special;
    private final Duration ordinaryWeek;

    /**
     * A calendar.
     *
     * @param zone where its hours are
     * @param week the hours of each weekday; those not named are off
     * @param madeUpHours the hours of make-up working days
     * @param days the special days
     * @throws CalendarProblem where nobody ever works
     */
    public WorkingCalendar(
            ZoneId zone, Map<DayOfWeek, Hours> week, Hours madeUpHours, SpecialDays days) {
        this.zone = zone;
        this.week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            this.week.put(day, week.getOrDefault(day, Hours.NONE));
        }
        this.madeUpHours = madeUpHours;
        this.off = days.off();
        this.madeUp = days.madeUp();
        this.special = new TreeSet<>(off);
        this.special.addAll(madeUp);
        Duration total = Duration.ZERO;
        for (Hours hours : this.week.values()) {
            for (Hours.Span span : hours.spans()) {
                total = total.plus(length(span));
            }
        }
        if (total.isZero()) {
            throw new CalendarProblem("A calendar needs at least one weekday with hours");
        }
        this.ordinaryWeek = total;
    }

    @Override
    public Instant plus(Instant from, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("Working time is not negative: " + working);
        }
        if (working.isZero()) {
            return from;
        }
        Duration left = working;
        LocalDate day = from.atZone(zone).toLocalDate();
        int daysWithoutWork = 0;
        while (true) {
            if (left.compareTo(ordinaryWeek) > 0 && isOrdinaryWeek(day, from)) {
                left = left.minus(ordinaryWeek);
                day = day.plusDays(DAYS_OF_WEEK);
                continue;
            }
            List<Stretch> stretches = stretches(day);
            for (Stretch stretch : stretches) {
                Instant begin = stretch.from.isBefore(from) ? from : stretch.from;
                if (!begin.isBefore(stretch.to)) {
                    continue;
                }
                Duration here = Duration.between(begin, stretch.to);
                if (here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
            daysWithoutWork = stretches.isEmpty() ? daysWithoutWork + 1 : 0;
            if (daysWithoutWork > LONGEST_GAP_DAYS) {
                throw new CalendarProblem("Nobody works for more than a year after " + day);
            }
            day = day.plusDays(1);
        }
    }

    @Override
    public Instant endOfWorkingDay(Instant from, int days) {
        LocalDate day = from.atZone(zone).toLocalDate();
        Instant end = from;
        for (int left = days; left > 0; left--) {
            LocalDate before = day;
            do {
                day = day.plusDays(1);
                if (ChronoUnit.DAYS.between(before, day) > LONGEST_GAP_DAYS) {
                    throw new CalendarProblem("Nobody works for more than a year after " + before);
                }
            } while (!isWorkingDay(day));
            List<Stretch> stretches = stretches(day);
            end = stretches.get(stretches.size() - 1).to;
        }
        return end;
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        LocalDate day = from.atZone(zone).toLocalDate();
        while (!day.isAfter(last)) {
            if (ChronoUnit.DAYS.between(day, last) > DAYS_OF_WEEK && isOrdinaryWeek(day, from)) {
                sum = sum.plus(ordinaryWeek);
                day = day.plusDays(DAYS_OF_WEEK);
                continue;
            }
            for (Stretch stretch : stretches(day)) {
                Instant begin = stretch.from.isBefore(from) ? from : stretch.from;
                Instant end = stretch.to.isAfter(to) ? to : stretch.to;
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
            day = day.plusDays(1);
        }
        return sum;
    }

    /** Whether somebody works on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return !hours(day).isNone();
    }

    private boolean isOrdinaryWeek(LocalDate day, Instant from) {
        Instant begin = day.atStartOfDay(zone).toInstant();
        if (begin.isBefore(from)) {
            return false;
        }
        LocalDate end = day.plusDays(DAYS_OF_WEEK);
        LocalDate next = special.ceiling(day);
        if (next != null && next.isBefore(end)) {
            return false;
        }
        var change = zone.getRules().nextTransition(begin.minusMillis(1));
        return change == null || change.getInstant().isAfter(end.atStartOfDay(zone).toInstant());
    }

    private Hours hours(LocalDate day) {
        if (madeUp.contains(day)) {
            return madeUpHours;
        }
        return off.contains(day) ? Hours.NONE : week.get(day.getDayOfWeek());
    }

    private List<Stretch> stretches(LocalDate day) {
        List<Hours.Span> spans = hours(day).spans();
        if (spans.isEmpty()) {
            return List.of();
        }
        List<Stretch> stretches = new ArrayList<>(spans.size());
        for (Hours.Span span : spans) {
            Instant begin = day.atTime(span.from()).atZone(zone).toInstant();
            Instant end =
                    span.to().equals(LocalTime.MAX)
                            ? day.plusDays(1).atStartOfDay(zone).toInstant()
                            : day.atTime(span.to()).atZone(zone).toInstant();
            if (begin.isBefore(end)) {
                stretches.add(new Stretch(begin, end));
            }
        }
        return stretches;
    }

    private static Duration length(Hours.Span span) {
        return span.to().equals(LocalTime.MAX)
                ? Duration.between(span.from(), LocalTime.MAX).plusNanos(1)
                : Duration.between(span.from(), span.to());
    }

    private record Stretch(Instant from, Instant to) {}
}
