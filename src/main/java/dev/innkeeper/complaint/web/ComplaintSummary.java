package dev.innkeeper.complaint.web;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.ComplaintStatus;
import dev.innkeeper.complaint.ComplaintView;
import dev.innkeeper.complaint.Progress;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told at once: where the complaint is, how grave, whose, until when. It names
 * nobody, so that it may be kept as the first answer to a key.
 */
@Schema(name = "ComplaintSummary", description = "How a complaint stands")
record ComplaintSummary(
        @Schema(example = "CMP-2026-000123") String number,
        @Nullable String externalId,
        ComplaintStatus status,
        @Nullable Category category,
        @Nullable Severity severity,
        @Schema(description = "0 handler, 1 supervisor, 2 manager, 3 general manager") int level,
        @Schema(description = "The department that handles it", example = "rooms-service")
                @Nullable String department,
        @Schema(description = "Who answers for it now", example = "rooms-service")
                @Nullable String ownerGroup,
        @Schema(description = "Deadline of the acknowledge clock while it runs")
                @Nullable Instant acknowledgeBy,
        @Schema(description = "Deadline of the resolve clock while it runs")
                @Nullable Instant resolveBy,
        @Schema(description = "The earlier complaint in which it is handled")
                @Nullable String linkedTo,
        @Schema(example = "/api/complaints/CMP-2026-000123") String href) {

    static ComplaintSummary of(ComplaintView complaint, Progress progress) {
        return new ComplaintSummary(
                complaint.number().value(),
                complaint.externalId(),
                complaint.status(),
                complaint.category(),
                complaint.severity(),
                complaint.level(),
                id(complaint.department()),
                id(complaint.ownerGroup()),
                progress.acknowledgeBy(),
                progress.resolveBy(),
                complaint.linkedTo() == null ? null : complaint.linkedTo().value(),
                ComplaintLinks.complaint(complaint.number()));
    }

    static @Nullable String id(@Nullable Group group) {
        return group == null ? null : group.id();
    }
}
