package dev.innkeeper.customer.web;

import dev.innkeeper.customer.MergeView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two customers that were made one. */
@Schema(name = "Merge", description = "Two customers that were made one")
record MergeDetails(
        long number,
        @Schema(description = "The customer that stays", example = "CUS-000123") String survivor,
        @Schema(description = "The customer that went into it", example = "CUS-000124")
                String other,
        String reason,
        String by,
        Instant at,
        @Schema(description = "Who took it back; null where nobody did") @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        @Nullable String undoReason,
        @Schema(description = "How many rows moved, by what they are; empty in lists")
                Map<String, Integer> moved,
        String survivorHref,
        String href) {

    static MergeDetails of(MergeView merge) {
        return new MergeDetails(
                merge.number(),
                merge.survivor(),
                merge.other(),
                merge.reason(),
                merge.by(),
                merge.at(),
                merge.undoneBy(),
                merge.undoneAt(),
                merge.undoneAt() == null ? null : merge.undoReason(),
                merge.moved(),
                "/api/customers/" + merge.survivor(),
                "/api/customers/merges/" + merge.number());
    }
}
