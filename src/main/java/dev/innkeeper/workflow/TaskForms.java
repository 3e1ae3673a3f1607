package dev.innkeeper.workflow;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/**
 * What the user tasks of one process show and take. A feature's process package has one bean of
 * this type for each of its processes; the engine asks it for every user task of that process, so
 * that diagrams need not name listeners.
 *
 * <p>What a form shows is read afresh each time somebody opens it, and what it answers is handed to
 * the feature's desk when the task is completed. Neither is ever a row of the engine, and so cannot
 * grow old there, nor stay when a person's data are erased.
 */
public interface TaskForms {

    /** The id of the process in its diagram, such as {@code complaint-handling}. */
    String processKey();

    /** The names of the answers that the form of a task asks for; others are dropped. */
    Set<String> asked(String taskKey);

    /** The values of a task's form as they are now, for showing and as first answers. */
    Map<String, @Nullable Object> show(DelegateTask task);

    /**
     * Takes the answers of a task that is being completed, which are local to the task and gone
     * after it, and hands them to the feature's desk in the transaction of the completion.
     *
     * @throws dev.innkeeper.common.Refusal where the answers are not acceptable; the task then
     *     stays open
     */
    void answer(DelegateTask task);

    /**
     * The process variables of this process that the engine's history may keep: the answers that
     * gateways and timers read. Everything else never reaches the history.
     */
    Set<String> historyVariables();
}
