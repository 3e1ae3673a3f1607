package dev.innkeeper.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Days that are not what their weekday says.
 *
 * @param off public holidays: nobody works whatever the weekday
 * @param madeUp make-up working days: people work although the weekday is off; wins over {@code
 *     off}
 */
public record SpecialDays(Set<LocalDate> off, Set<LocalDate> madeUp) {

    /** No special days. */
    public static final SpecialDays NONE = new SpecialDays(Set.of(), Set.of());

    /** Copies the days. */
    public SpecialDays {
        off = Set.copyOf(off);
        madeUp = Set.copyOf(madeUp);
    }

    /** The days of all of them. */
    public static SpecialDays of(Collection<SpecialDays> parts) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> madeUp = new HashSet<>();
        for (SpecialDays part : parts) {
            off.addAll(part.off);
            madeUp.addAll(part.madeUp);
        }
        return new SpecialDays(off, madeUp);
    }
}
