package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was proposed to the customer.
 *
 * @param proposedOn the date of the proposal, or null where there is none yet
 * @param value what the customer would pay in the first year, in CNY; nothing where not set
 * @param topLevelContact with whom of the customer's top level the house spoke, or null
 * @param words what was done
 */
public record Proposal(
        @Nullable LocalDate proposedOn,
        Money value,
        @Nullable String topLevelContact,
        String words) {}
