package dev.innkeeper.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Phrases of time lines, ledgers and notices in both languages, {@code "English | 中文"}. */
public final class Phrase {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String NOTHING = "-";

    private Phrase() {}

    /** The phrase of both halves. */
    public static String both(String english, String chinese) {
        return english + " | " + chinese;
    }

    /** The name of something. */
    public static String of(Labelled named) {
        return both(named.english(), named.chinese());
    }

    /** The moment as the house reads it, to the minute; a dash for none. */
    public static String of(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? NOTHING : MINUTE.format(moment.atZone(zone));
    }

    /** The day; a dash for none. */
    public static String of(@Nullable LocalDate day) {
        return day == null ? NOTHING : day.toString();
    }
}
