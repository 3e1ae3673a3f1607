package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stay, a visit or an event that took place.
 *
 * @param externalId its id in the system that keeps it
 * @param customerId our id of the customer
 * @param kind what the customer came for
 * @param arrivedOn the first day
 * @param leftOn the last day
 * @param spend what the customer spent, in CNY
 * @param margin what of it the house earned, in CNY; below zero for a loss; null where not known
 * @param imported it is from before the service
 */
public record StayView(
        String externalId,
        String customerId,
        StayKind kind,
        LocalDate arrivedOn,
        LocalDate leftOn,
        Money spend,
        @Nullable BigDecimal margin,
        boolean imported) {}
