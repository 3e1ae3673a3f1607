package dev.innkeeper.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Days that are not what their weekday says.
 *
 * @param off public holidays: nobody works whatever the weekday
 * @param madeUp make-up working days: people work although the weekday is off; wins over {@code
 *     off}
 * @param names the name of each holiday on which people are greeted, by its first day, {@code
 *     "English | 中文"} where the calendar has both
 */
public record SpecialDays(Set<LocalDate> off, Set<LocalDate> madeUp, Map<LocalDate, String> names) {

    /** No special days. */
    public static final SpecialDays NONE = new SpecialDays(Set.of(), Set.of());

    /** Copies the days. */
    public SpecialDays {
        off = Set.copyOf(off);
        madeUp = Set.copyOf(madeUp);
        names = Map.copyOf(names);
    }

    /** Days without a name. */
    public SpecialDays(Set<LocalDate> off, Set<LocalDate> madeUp) {
        this(off, madeUp, Map.of());
    }

    /** The days of all of them. */
    public static SpecialDays of(Collection<SpecialDays> parts) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> madeUp = new HashSet<>();
        Map<LocalDate, String> names = new HashMap<>();
        for (SpecialDays part : parts) {
            off.addAll(part.off);
            madeUp.addAll(part.madeUp);
            names.putAll(part.names);
        }
        return new SpecialDays(off, madeUp, names);
    }
}
