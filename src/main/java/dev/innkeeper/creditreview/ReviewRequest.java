package dev.innkeeper.creditreview;

import java.time.LocalDate;

/**
 * Something because of which a customer's credit is to be reviewed.
 *
 * @param customerId the customer
 * @param cause the kind of reason
 * @param key what tells it from others of its kind
 * @param asOf the day as of which the figures are read
 * @param words the same in words; may be empty
 */
public record ReviewRequest(
        String customerId, CreditCause cause, String key, LocalDate asOf, String words) {}
