package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stay, a visit or an event that took place, as told by the system that keeps it.
 *
 * @param externalId its id there, 1 to 100 characters
 * @param customerId our id of the customer, or the one in another system
 * @param kind what the customer came for
 * @param arrivedOn the first day
 * @param leftOn the last day, not before the first and not in the future
 * @param spend what the customer spent, in CNY
 * @param margin what of it the house earned, in CNY; below zero for a loss; null where not known
 */
public record NewStay(
        String externalId,
        String customerId,
        StayKind kind,
        LocalDate arrivedOn,
        LocalDate leftOn,
        Money spend,
        @Nullable BigDecimal margin) {}
