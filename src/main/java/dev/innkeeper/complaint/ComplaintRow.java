package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in a list.
 *
 * @param excerpt the beginning of the guest's words, at most 120 characters
 * @param guest the name of the guest or company, or null
 * @param acknowledgeBy the deadline of the acknowledge clock while it runs, or null
 * @param resolveBy the deadline of the resolve clock while it runs, or null
 * @param overdue a running clock is past its deadline
 */
public record ComplaintRow(
        CaseNumber number,
        @Nullable String externalId,
        ComplaintStatus status,
        @Nullable Severity severity,
        @Nullable Category category,
        int level,
        @Nullable Group department,
        @Nullable Group ownerGroup,
        @Nullable String customerId,
        @Nullable String guest,
        String excerpt,
        Instant receivedAt,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant resolveBy,
        boolean overdue,
        @Nullable Instant closedAt) {}
