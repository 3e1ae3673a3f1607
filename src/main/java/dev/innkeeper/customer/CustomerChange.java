package dev.innkeeper.customer;

import java.time.Instant;

/**
 * A line of the customer's own time line.
 *
 * @param at when
 * @param by who
 * @param event what happened as a code, such as {@code TIER_SET}
 * @param what what happened, {@code "English | 中文"}
 * @param note why, in a person's words; may be empty
 */
public record CustomerChange(Instant at, String by, String event, String what, String note) {}
