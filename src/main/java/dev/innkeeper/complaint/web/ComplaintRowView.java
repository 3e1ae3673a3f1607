package dev.innkeeper.complaint.web;

import dev.innkeeper.complaint.ComplaintRow;
import dev.innkeeper.complaint.ComplaintStatus;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A complaint in a list. */
@Schema(name = "ComplaintRow", description = "A complaint in a list")
record ComplaintRowView(
        @Schema(example = "CMP-2026-000123") String number,
        @Nullable String externalId,
        ComplaintStatus status,
        @Nullable Severity severity,
        @Nullable Category category,
        int level,
        @Nullable String department,
        @Nullable String ownerGroup,
        @Nullable String customerId,
        @Schema(description = "Null where your groups do not see who the guest is")
                @Nullable String guest,
        @Schema(description = "The beginning of the guest's words") String excerpt,
        Instant receivedAt,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant resolveBy,
        boolean overdue,
        @Nullable Instant closedAt,
        String href) {

    static ComplaintRowView of(ComplaintRow row, boolean seesContact) {
        return new ComplaintRowView(
                row.number().value(),
                row.externalId(),
                row.status(),
                row.severity(),
                row.category(),
                row.level(),
                ComplaintSummary.id(row.department()),
                ComplaintSummary.id(row.ownerGroup()),
                row.customerId(),
                seesContact ? row.guest() : null,
                row.excerpt(),
                row.receivedAt(),
                row.acknowledgeBy(),
                row.resolveBy(),
                row.overdue(),
                row.closedAt(),
                ComplaintLinks.complaint(row.number()));
    }
}
