package dev.innkeeper.creditreview;

import java.time.LocalDate;

/**
 * A customer owed something that was overdue.
 *
 * @param asOf on that day
 */
public record OverdueFound(String customerId, LocalDate asOf) {}
