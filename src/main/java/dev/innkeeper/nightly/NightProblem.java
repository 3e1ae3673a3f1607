package dev.innkeeper.nightly;

import java.time.Instant;

/**
 * A customer that a run left out.
 *
 * @param customerId which
 * @param problem why, in the words of the error
 * @param at when
 */
public record NightProblem(String customerId, String problem, Instant at) {}
