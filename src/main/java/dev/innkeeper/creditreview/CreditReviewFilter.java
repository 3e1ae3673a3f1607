package dev.innkeeper.creditreview;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews a list holds; what is empty or null narrows nothing.
 *
 * @param states in one of these states
 * @param customerId of this customer
 * @param dueBy open, and the customer was due for a review by that day
 */
public record CreditReviewFilter(
        Set<CreditReviewState> states, @Nullable String customerId, @Nullable LocalDate dueBy) {}
