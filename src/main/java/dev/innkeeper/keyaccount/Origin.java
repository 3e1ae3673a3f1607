package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.facts.LeadSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/** Where a deal comes from, which never changes; the fields are those of {@link Lead}. */
record Origin(
        @Nullable String externalId,
        String registeredBy,
        Instant registeredAt,
        LeadSource source,
        @Nullable String partnerId,
        String customerId,
        @Embedded.Empty(prefix = "contact_") Contact contact,
        String product,
        String words) {}
