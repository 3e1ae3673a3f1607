package dev.innkeeper.workflow.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case of a migration.
 *
 * @param processInstance the engine's id of it
 * @param number the number of the case, where it has one
 * @param state what became of it
 * @param reason why it could not be moved, {@code English | 中文}; else null
 * @param changedAt when that was
 */
public record MigratedCase(
        String processInstance,
        @Nullable String number,
        CaseState state,
        @Nullable String reason,
        Instant changedAt) {}
