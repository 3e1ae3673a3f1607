package dev.innkeeper.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What the user tasks of one process show and take. A feature's process package has one bean of
 * this type for each of its processes; the engine calls it for every user task of that process, so
 * that diagrams need not name listeners.
 *
 * <p>A form shows and answers through task-local variables only. They live as long as the task, and
 * none of them reaches the engine's history.
 */
public interface TaskForms {

    /** The id of the process in its diagram, such as {@code complaint-handling}. */
    String processKey();

    /**
     * Fills the variables of a task's form when the task is created, by {@link
     * DelegateTask#setVariableLocal}. Every variable that the form answers must be set here too (to
     * null where it starts empty), since only then an answer stays local to the task. Sets the
     * task's candidates, due date and priority where the diagram does not.
     */
    void show(DelegateTask task);

    /**
     * Takes the answers of a task that is being completed and hands them to the feature's desk, in
     * the transaction of the completion. Variables that it does not read are dropped with the task.
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
