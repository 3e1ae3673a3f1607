package dev.innkeeper.creditreview;

import java.time.Instant;

/**
 * Why credit is reviewed.
 *
 * @param cause the kind of reason
 * @param key what tells it from others of its kind: an invoice, a complaint, a deal, a moment
 * @param at when it was raised
 * @param by who raised it, the service itself included
 * @param words the same in words; may be empty
 */
public record CreditEvent(CreditCause cause, String key, Instant at, String by, String words) {}
