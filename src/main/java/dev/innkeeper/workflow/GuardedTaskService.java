package dev.innkeeper.workflow;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** Completes tasks through their form only, and again where another transaction was in the way. */
class GuardedTaskService extends TaskServiceImpl {

    private final Retrying retrying;
    private final BuiltInListeners listeners;

    GuardedTaskService(Retrying retrying, BuiltInListeners listeners) {
        this.retrying = retrying;
        this.listeners = listeners;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        Surfacing.run(
                () ->
                        retrying.run(
                                () ->
                                        commandExecutor.execute(
                                                new Answers(listeners, taskId, variables, false))));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return Surfacing.call(
                () ->
                        retrying.call(
                                () ->
                                        commandExecutor.execute(
                                                new Answers(listeners, taskId, variables, true))));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        Surfacing.run(() -> super.setAssignee(taskId, userId));
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        Surfacing.run(() -> super.delegateTask(taskId, userId));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        resolveTask(taskId);
    }

    @Override
    public void handleBpmnError(
            String taskId, String code, String message, Map<String, Object> variables) {
        throw notHere();
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        throw notHere();
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message) {
        throw notHere();
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        throw notHere();
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        throw notHere();
    }

    private static BadUserRequestException notHere() {
        return new BadUserRequestException(
                "A task ends by completing it; answer its form or withdraw the case.");
    }
}
