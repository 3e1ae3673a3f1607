package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.AuditFindingView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an auditor found about a partner or a deal. */
@Schema(name = "AuditFinding", description = "What an auditor found about a partner or a deal")
record FindingDetails(
        long id,
        @Schema(description = "The partner or the deal", example = "PAR-000012") String subject,
        @Schema(description = "While it is, nothing is paid") boolean open,
        String words,
        String openedBy,
        Instant openedAt,
        @Schema(description = "How it was settled; empty while it is open") String closingWords,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    static FindingDetails of(AuditFindingView finding) {
        return new FindingDetails(
                finding.id(),
                finding.subject(),
                finding.isOpen(),
                finding.words(),
                finding.openedBy(),
                finding.openedAt(),
                finding.closingWords(),
                finding.closedBy(),
                finding.closedAt());
    }
}
