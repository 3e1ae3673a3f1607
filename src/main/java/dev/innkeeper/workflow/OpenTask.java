package dev.innkeeper.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param id the engine's id of the task
 * @param step the element of the diagram, such as {@code acknowledgeComplaint}
 * @param name what is to be done, {@code "English | 中文"}
 * @param assignee who has taken it, or null
 * @param candidateGroups the ids of the groups that may take it
 * @param dueAt until when, or null
 * @param priority 0 to 100, the most urgent first
 */
public record OpenTask(
        String id,
        String step,
        String name,
        @Nullable String assignee,
        List<String> candidateGroups,
        @Nullable Instant dueAt,
        int priority) {}
