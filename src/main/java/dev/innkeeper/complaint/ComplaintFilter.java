package dev.innkeeper.complaint;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints to list. What is null or empty does not narrow the list.
 *
 * @param ownerGroup who answers for it now
 * @param department the department that handles it
 * @param receivedFrom received at or after
 * @param receivedTo received before
 * @param overdue a running clock is past its deadline; false for those where none is
 * @param escalated above level 0; false for those at level 0
 * @param text the beginning of a case number or of an external id
 */
public record ComplaintFilter(
        Set<ComplaintStatus> statuses,
        Set<Severity> severities,
        Set<Category> categories,
        @Nullable Group ownerGroup,
        @Nullable Group department,
        @Nullable String customerId,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedTo,
        @Nullable Boolean overdue,
        @Nullable Boolean escalated,
        @Nullable String text) {

    /** Every complaint. */
    public static final ComplaintFilter ALL =
            new ComplaintFilter(
                    Set.of(), Set.of(), Set.of(), null, null, null, null, null, null, null, null);

    /** Copies the sets. */
    public ComplaintFilter {
        statuses = Set.copyOf(statuses);
        severities = Set.copyOf(severities);
        categories = Set.copyOf(categories);
    }
}
