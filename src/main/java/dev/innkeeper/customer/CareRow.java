package dev.innkeeper.customer;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case of care in a list.
 *
 * @param reason the code of the reason that the customer gave, or null
 * @param worth what the offer is worth, in CNY
 * @param attempts how often somebody called
 * @param dueAt until when the open step is to be done, or null
 * @param answerUntil until when the customer may answer, or null
 */
public record CareRow(
        CaseNumber number,
        String customerId,
        CareCause cause,
        CareState state,
        @Nullable CareOutcome outcome,
        @Nullable String reason,
        OfferKind offer,
        Money worth,
        int attempts,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant answerUntil,
        @Nullable Instant closedAt) {}
