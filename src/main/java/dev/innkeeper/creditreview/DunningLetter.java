package dev.innkeeper.creditreview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter to a customer whose bills are overdue.
 *
 * @param reference by which it is found again, such as the number of a registered letter
 * @param payBy the day until which it asks for the money, or null
 * @param words remarks; may be empty
 */
public record DunningLetter(String reference, @Nullable LocalDate payBy, String words) {}
