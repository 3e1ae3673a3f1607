package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead came in that is run as a deal of its own.
 *
 * @param deal its number
 * @param customerId whose lead it is
 * @param at when it came
 * @param partnerId the partner who brought it, as the lead says, or null
 */
public record LeadRegistered(
        CaseNumber deal, String customerId, Instant at, @Nullable String partnerId) {}
