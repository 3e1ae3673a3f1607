package dev.innkeeper.workflow.migration;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Running cases on their way from one version of their process to another.
 *
 * @param id its number
 * @param process the id of the process
 * @param from the version from which they come
 * @param to the version to which they go
 * @param activities which element takes the place of which, where they have not the same id
 * @param state how far it is
 * @param cases how many cases ran when it was asked
 * @param moved how many were moved
 * @param failed how many could not be
 * @param gone how many had ended, or were in another version, when their turn came
 * @param askedBy who asked
 * @param askedAt when
 * @param endedAt when the last case was done, null while it runs
 */
public record Migration(
        long id,
        String process,
        int from,
        int to,
        Map<String, String> activities,
        MigrationState state,
        long cases,
        long moved,
        long failed,
        long gone,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt) {

    /** Copies the map. */
    public Migration {
        activities = Map.copyOf(activities);
    }
}
