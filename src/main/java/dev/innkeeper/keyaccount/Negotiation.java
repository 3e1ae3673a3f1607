package dev.innkeeper.keyaccount;

import org.jspecify.annotations.Nullable;

/**
 * What the customer answered.
 *
 * @param customersAnswer in words; empty where there is no answer yet
 * @param competitor who else is in it, or null
 * @param noCompetitor nobody else is in it
 */
public record Negotiation(
        String customersAnswer, @Nullable String competitor, boolean noCompetitor) {}
