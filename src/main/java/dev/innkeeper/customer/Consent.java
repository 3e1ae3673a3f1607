package dev.innkeeper.customer;

import java.time.Instant;

/**
 * What a customer said about a purpose.
 *
 * @param given agreed; false for taken back
 * @param at when it was recorded
 * @param by who recorded it
 * @param words where the proof is, or what was said; may be empty
 */
public record Consent(
        ConsentPurpose purpose,
        boolean given,
        Instant at,
        String by,
        ConsentWay how,
        String words) {}
