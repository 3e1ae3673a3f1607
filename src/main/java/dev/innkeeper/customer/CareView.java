package dev.innkeeper.customer;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case of customer care. What nobody has said or done yet is null or empty.
 *
 * @param words why a person asked for it; empty where nobody did
 * @param callers the groups that call; none before that is decided
 * @param dueAt until when the open step is to be done
 * @param attempts how often somebody called
 * @param reason the code of the reason that the customer gave
 * @param offer what the house offers, NONE where nothing
 * @param worth what the offer is worth, in CNY
 * @param answerUntil until when the customer may answer
 */
public record CareView(
        CaseNumber number,
        String customerId,
        CareCause cause,
        CareState state,
        @Nullable CareOutcome outcome,
        String words,
        String openedBy,
        Instant openedAt,
        Set<Group> callers,
        @Nullable Instant dueAt,
        @Nullable Instant nextCallAt,
        int attempts,
        @Nullable String calledBy,
        @Nullable Instant calledAt,
        @Nullable String reason,
        String reasonWords,
        OfferKind offer,
        Money worth,
        @Nullable String voucher,
        @Nullable LocalDate visitOn,
        String offerWords,
        @Nullable String offeredBy,
        @Nullable Instant offeredAt,
        @Nullable Instant answerUntil,
        String answerWords,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt) {}
