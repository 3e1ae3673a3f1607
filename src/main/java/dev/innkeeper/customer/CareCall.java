package dev.innkeeper.customer;

import org.jspecify.annotations.Nullable;

/**
 * What came of a care call.
 *
 * @param reached whether the customer was reached
 * @param reason the code of a {@link CareReason}; needed where the customer was reached
 * @param words what the customer said; needed where the customer was reached
 */
public record CareCall(boolean reached, @Nullable String reason, String words) {}
