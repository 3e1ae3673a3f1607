package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal in a list; the fields are those of {@link DealView}.
 *
 * @param customer the company, else the name
 */
public record DealRow(
        CaseNumber number,
        @Nullable String externalId,
        Stage stage,
        @Nullable DealGrade grade,
        String customerId,
        @Nullable String customer,
        String product,
        Money value,
        @Nullable String owner,
        @Nullable LocalDate expectedCloseOn,
        Instant registeredAt,
        Instant stageSince,
        @Nullable Instant followUpDueAt,
        @Nullable Instant stalledAt,
        @Nullable Instant closedAt,
        boolean imported) {}
