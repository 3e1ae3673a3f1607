package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stay of the past.
 *
 * @param externalId its id in the system that kept it, 1 to 100 characters
 * @param customer the id of the customer there, or ours
 * @param contact what the row says of a customer who is not known yet
 * @param kind what the customer came for
 * @param arrivedOn the first day
 * @param leftOn the last day, not before the first and not in the future
 * @param spend what the customer spent, in CNY
 * @param margin what of it the house earned, in CNY; null where not known
 */
public record PastStay(
        String externalId,
        String customer,
        Contact contact,
        StayKind kind,
        LocalDate arrivedOn,
        LocalDate leftOn,
        Money spend,
        @Nullable BigDecimal margin) {}
