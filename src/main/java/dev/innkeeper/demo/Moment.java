package dev.innkeeper.demo;

import java.time.Instant;

/**
 * Something that somebody does.
 *
 * @param at when
 * @param deed what
 */
record Moment(Instant at, Runnable deed) {}
