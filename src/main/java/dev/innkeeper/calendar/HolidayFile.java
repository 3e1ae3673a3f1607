package dev.innkeeper.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateStart;
import biweekly.property.RawProperty;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Phrase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;

/**
 * Public holidays and make-up working days from an iCalendar (.ics) file.
 *
 * <p>Every all-day event is a holiday, from its start to the day before its end. It is a make-up
 * working day instead where it has the category {@code WORKDAY}, or Apple's {@code
 * X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY}, or a summary that contains 补班, 上班, （班） or the words
 * "make-up" or "working day". Events with a time of day say nothing about working days and are left
 * out. The description of a holiday, where it has one, is its name in English; on one of the
 * category {@code NO-GREETING} nobody is wished a happy day. Yearly and other recurring events
 * count for 20 years from their start.
 */
final class HolidayFile {

    private static final Pattern MADE_UP =
            Pattern.compile("补班|上班|[（(]班[）)]|make-?up|working day", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HOLIDAY_DAYS = 60;
    private static final int RECURRING_YEARS = 20;

    private HolidayFile() {}

    /**
     * Reads the text of a file.
     *
     * @param name the file, for messages
     * @throws CalendarProblem where it is no calendar
     */
    static SpecialDays read(String name, String text) {
        List<ICalendar> calendars = Biweekly.parse(text).all();
        if (calendars.isEmpty()) {
            throw new CalendarProblem(
                    name + " is no iCalendar file: it does not begin with BEGIN:VCALENDAR");
        }
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> madeUp = new HashSet<>();
        Map<LocalDate, String> names = new HashMap<>();
        for (ICalendar calendar : calendars) {
            for (VEvent event : calendar.getEvents()) {
                boolean works = isMadeUp(event);
                Set<LocalDate> firsts = addDays(name, event, works ? madeUp : off);
                if (!works && !hasCategory(event, "NO-GREETING")) {
                    firsts.forEach(first -> names.merge(first, label(event), HolidayFile::both));
                }
            }
        }
        return new SpecialDays(off, madeUp, names);
    }

    /** Adds the days of an event; answers the first of each time that it takes place. */
    private static Set<LocalDate> addDays(String name, VEvent event, Set<LocalDate> days) {
        DateStart start = event.getDateStart();
        if (start == null) {
            throw new CalendarProblem(name + ": an event has no DTSTART: " + title(event));
        }
        if (start.getValue().hasTime()) {
            return Set.of();
        }
        LocalDate first = date(start.getValue());
        long length = length(event, first);
        if (length < 1 || length > LONGEST_HOLIDAY_DAYS) {
            throw new CalendarProblem(
                    name
                            + ": \""
                            + title(event)
                            + "\" from "
                            + first
                            + " lasts "
                            + length
                            + " days; DTEND is the day after the last one");
        }
        if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
            addDays(first, length, days);
            return Set.of(first);
        }
        Set<LocalDate> firsts = new HashSet<>();
        LocalDate until = first.plusYears(RECURRING_YEARS);
        var dates = event.getDateIterator(TimeZone.getTimeZone("UTC"));
        while (dates.hasNext()) {
            LocalDate day = dates.next().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            if (day.isAfter(until)) {
                return firsts;
            }
            addDays(day, length, days);
            firsts.add(day);
        }
        return firsts;
    }

    private static void addDays(LocalDate first, long length, Set<LocalDate> days) {
        for (long i = 0; i < length; i++) {
            days.add(first.plusDays(i));
        }
    }

    private static long length(VEvent event, LocalDate first) {
        if (event.getDateEnd() != null) {
            return ChronoUnit.DAYS.between(first, date(event.getDateEnd().getValue()));
        }
        if (event.getDuration() != null) {
            return event.getDuration().getValue().toMillis()
                    / ChronoUnit.DAYS.getDuration().toMillis();
        }
        return 1;
    }

    private static LocalDate date(biweekly.util.ICalDate value) {
        var raw = value.getRawComponents();
        if (raw != null) {
            return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
        }
        Date date = value;
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean isMadeUp(VEvent event) {
        RawProperty apple = event.getExperimentalProperty("X-APPLE-SPECIAL-DAY");
        if (apple != null) {
            return "ALTERNATE-WORKDAY".equals(apple.getValue());
        }
        return hasCategory(event, "WORKDAY") || MADE_UP.matcher(title(event)).find();
    }

    private static boolean hasCategory(VEvent event, String category) {
        return event.getCategories().stream()
                .flatMap(categories -> categories.getValues().stream())
                .anyMatch(value -> value.strip().toUpperCase(Locale.ROOT).equals(category));
    }

    /** The description is the name in English, where the file has one. */
    private static String label(VEvent event) {
        String english = event.getDescription() == null ? "" : event.getDescription().getValue();
        return english.isBlank() ? title(event) : Phrase.both(english.strip(), title(event));
    }

    /** Two holidays on one day. */
    private static String both(String one, String other) {
        return one.equals(other)
                ? one
                : Phrase.both(
                        Language.ENGLISH.of(one) + ", " + Language.ENGLISH.of(other),
                        Language.CHINESE.of(one) + "、" + Language.CHINESE.of(other));
    }

    private static String title(VEvent event) {
        return event.getSummary() == null ? "" : event.getSummary().getValue();
    }
}
