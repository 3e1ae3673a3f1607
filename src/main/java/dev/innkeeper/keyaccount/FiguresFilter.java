package dev.innkeeper.keyaccount;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which deals are counted; what is null narrows nothing.
 *
 * @param from the first day of the period, in the house's time zone
 * @param to the last day of the period
 * @param owner hunted by this user, or by whom a source of the past names so
 * @param product about this product, however its name is written
 */
public record FiguresFilter(
        LocalDate from, LocalDate to, @Nullable String owner, @Nullable String product) {}
