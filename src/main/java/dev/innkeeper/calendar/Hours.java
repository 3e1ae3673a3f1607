package dev.innkeeper.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hours of a working day.
 *
 * @param spans from–to, in order, not overlapping; empty for a day off
 */
public record Hours(List<Span> spans) {

    /** No work at all. */
    public static final Hours NONE = new Hours(List.of());

    /**
     * A stretch of work.
     *
     * @param from when it begins
     * @param to when it ends, later the same day; {@link LocalTime#MAX} for midnight
     */
    public record Span(LocalTime from, LocalTime to) {

        /** Checks the order. */
        public Span {
            if (!from.isBefore(to)) {
                throw new CalendarProblem("Hours end after they begin: " + from + "-" + to);
            }
        }
    }

    /** Checks that the spans are in order. */
    public Hours {
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
                throw new CalendarProblem(
                        "Hours overlap or are out of order: "
                                + spans.get(i - 1)
                                + " and "
                                + spans.get(i));
            }
        }
    }

    /**
     * Reads hours such as {@code 09:00-12:00, 13:30-18:00}; {@code 24:00} ends at midnight; an
     * empty text is a day off.
     */
    public static Hours parse(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            String[] ends = part.strip().split("\\s*[-–]\\s*");
            if (ends.length != 2) {
                throw new CalendarProblem(
                        "\"" + part.strip() + "\" are no hours; write them as 09:00-12:00");
            }
            spans.add(new Span(time(ends[0]), time(ends[1])));
        }
        return new Hours(spans);
    }

    /** Whether nobody works. */
    public boolean isNone() {
        return spans.isEmpty();
    }

    private static LocalTime time(String text) {
        if (text.equals("24:00")) {
            return LocalTime.MAX;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new CalendarProblem("\"" + text + "\" is no time of day; write it as 09:00", e);
        }
    }
}
