package dev.innkeeper.customer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two files that were made one.
 *
 * @param number by which it can be undone
 * @param survivor the file that stays
 * @param other the file that went into it
 * @param undoneBy who took it back, or null
 * @param undoneAt when, or null
 * @param undoReason why; empty where it was not undone
 * @param moved how many rows of each table moved; empty in lists
 */
public record MergeView(
        long number,
        String survivor,
        String other,
        String reason,
        String by,
        Instant at,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        String undoReason,
        Map<String, Integer> moved) {}
