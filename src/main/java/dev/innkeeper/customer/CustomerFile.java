package dev.innkeeper.customer;

import dev.innkeeper.common.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a customer, as far as the reader's groups need it.
 *
 * @param merged the customers that were merged into this one
 * @param erasedAt when the person was erased, or null
 * @param sections in their order; hidden ones are named
 * @param timeLine what happened to the file lately, oldest first
 */
public record CustomerFile(
        CustomerView customer,
        List<Merged> merged,
        @Nullable Instant erasedAt,
        List<Section> sections,
        Page<CustomerChange> timeLine) {

    /**
     * A customer that was merged into this one.
     *
     * @param id the customer
     * @param merge the number of the merge, by which it can be undone
     */
    public record Merged(String id, long merge, Instant at, String by) {}

    /**
     * A section.
     *
     * @param content what it holds, or null where the reader does not see it
     */
    public record Section(FileSection section, FilePart.@Nullable Content content) {}
}
