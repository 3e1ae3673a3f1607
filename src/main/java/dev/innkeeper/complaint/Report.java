package dev.innkeeper.complaint;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/** What was reported, which never changes; the fields are those of {@link Intake}. */
record Report(
        @Nullable String externalId,
        String registeredBy,
        Instant registeredAt,
        Kind kind,
        Channel channel,
        Instant receivedAt,
        @Embedded.Empty(prefix = "contact_") Contact contact,
        @Nullable String reference,
        @Nullable Instant eventStart,
        @Nullable Instant eventEnd,
        boolean inHouse,
        @Nullable Instant checkOutAt,
        String text,
        @Nullable String remedySought,
        Money amountInDispute,
        boolean publiclyVisible,
        @Nullable String customerId) {}
