package dev.innkeeper.keyaccount;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor found about a partner or a deal.
 *
 * @param id the id of the finding
 * @param subject the id of the partner or the number of the deal
 * @param words what was found
 * @param closingWords how it was settled, or empty while it is open
 * @param closedBy who closed it, or null while it is open
 */
public record AuditFindingView(
        long id,
        String subject,
        String words,
        String openedBy,
        Instant openedAt,
        String closingWords,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    /** Whether it still keeps rewards from being paid. */
    public boolean isOpen() {
        return closedAt == null;
    }
}
