package dev.innkeeper.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to erase a person; it names nobody.
 *
 * @param parts what was erased and kept; while the request waits, what would be kept
 */
public record ErasureView(
        long number,
        String customerId,
        ErasureState state,
        String requestedBy,
        Instant requestedAt,
        String reason,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        String judgement,
        List<Part> parts) {

    /**
     * What became of a section.
     *
     * @param erased how many rows were deleted or made anonymous
     * @param kept why something was kept, {@code "English | 中文"}; empty where nothing was
     */
    public record Part(FileSection section, int erased, String kept) {}
}
