package dev.innkeeper.casefile.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.workflow.OpenTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task of a case, as REST shows it. */
@Schema(name = "OpenTask", description = "A task of the case that waits for somebody")
public record OpenTaskView(
        String id,
        @Schema(example = "acknowledgeComplaint") String step,
        String name,
        @Nullable String assignee,
        List<String> candidateGroups,
        @Nullable Instant dueAt,
        int priority,
        @Schema(description = "The task in the Tasklist") String href) {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    /** The task in one language. */
    public static OpenTaskView of(OpenTask task, Language language) {
        return new OpenTaskView(
                task.id(),
                task.step(),
                language.of(task.name()),
                task.assignee(),
                task.candidateGroups(),
                task.dueAt(),
                task.priority(),
                TASKLIST + task.id());
    }
}
