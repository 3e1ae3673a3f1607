package dev.innkeeper.workflow.migration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are to move where.
 *
 * @param process the id of the process
 * @param from the version in which they run
 * @param to the version to which they go, or null for the newest
 * @param activities which element of the new version takes the place of which of the old one, where
 *     they have not the same id
 */
public record MigrationRequest(
        String process, int from, @Nullable Integer to, Map<String, String> activities) {

    /** Copies the map. */
    public MigrationRequest {
        activities = Map.copyOf(activities);
    }
}
