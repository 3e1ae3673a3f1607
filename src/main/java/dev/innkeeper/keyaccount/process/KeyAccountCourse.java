package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.keyaccount.process.KeyAccountVariables.FOLLOW_UP_DUE_AT;
import static dev.innkeeper.keyaccount.process.KeyAccountVariables.FOLLOW_UP_OPENS_AT;
import static dev.innkeeper.keyaccount.process.KeyAccountVariables.NEXT_CHECK_AT;
import static dev.innkeeper.keyaccount.process.KeyAccountVariables.OWNER;
import static dev.innkeeper.keyaccount.process.KeyAccountVariables.PRIORITY;

import dev.innkeeper.keyaccount.DealProgress;
import dev.innkeeper.workflow.AtCommit;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the course of a process true to its deal. What the process itself reads next is written at
 * once; the follow-ups, the watch and the tasks beside are brought up to date at the end of the
 * transaction.
 */
@Component
class KeyAccountCourse {

    /** A follow-up was entered, or the rhythm is another one. */
    static final String FOLLOW_UP_NOTED = "followUpNoted";

    /** The next check of the deal moved. */
    static final String DEAL_CHANGED = "dealChanged";

    private static final Set<String> RHYTHM = Set.of(FOLLOW_UP_OPENS_AT, FOLLOW_UP_DUE_AT);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AtCommit atCommit;

    KeyAccountCourse(RuntimeService runtime, TaskService tasks, AtCommit atCommit) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.atCommit = atCommit;
    }

    /** Writes progress, and brings up to date whatever else stands open. */
    void follow(String processInstance, DealProgress progress) {
        var changed = write(processInstance, progress);
        if (changed.stream().anyMatch(RHYTHM::contains)) {
            atCommit.tell(processInstance, FOLLOW_UP_NOTED);
        }
        if (changed.contains(NEXT_CHECK_AT)) {
            atCommit.tell(processInstance, DEAL_CHANGED);
        }
    }

    /** The same for the follow-up that is just done, which arms the next by itself. */
    void followFromTheRhythm(String processInstance, DealProgress progress) {
        if (write(processInstance, progress).contains(NEXT_CHECK_AT)) {
            atCommit.tell(processInstance, DEAL_CHANGED);
        }
    }

    /** The same for the watch itself, which arms itself. */
    void followFromTheWatch(String processInstance, DealProgress progress) {
        if (write(processInstance, progress).stream().anyMatch(RHYTHM::contains)) {
            atCommit.tell(processInstance, FOLLOW_UP_NOTED);
        }
    }

    private Set<String> write(String processInstance, DealProgress progress) {
        var changed =
                KeyAccountVariables.OF_THE_DEAL.changes(
                        runtime.getVariables(processInstance), progress);
        runtime.setVariables(processInstance, changed);
        if (changed.containsKey(PRIORITY)) {
            atCommit.once(
                    processInstance + " priority",
                    () -> each(processInstance, task -> show(task, progress)));
        }
        if (changed.containsKey(OWNER)) {
            atCommit.once(
                    processInstance + " owner",
                    () -> each(processInstance, task -> assign(task, progress.owner())));
        }
        return changed.keySet();
    }

    private void each(String processInstance, Consumer<Task> change) {
        tasks.createTaskQuery().processInstanceId(processInstance).list().forEach(change);
    }

    private void show(Task task, DealProgress progress) {
        if (task.getPriority() != progress.priority()) {
            tasks.setPriority(task.getId(), progress.priority());
        }
    }

    private void assign(Task task, @Nullable String owner) {
        if (KeyAccountTasks.OF_THE_OWNER.contains(task.getTaskDefinitionKey())
                && !Objects.equals(task.getAssignee(), owner)) {
            tasks.setAssignee(task.getId(), owner);
        }
    }
}
