package dev.innkeeper.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * Submits forms as {@link GuardedTaskService} completes tasks, and shows in them what the feature
 * knows now.
 */
class GuardedFormService extends FormServiceImpl {

    private final Retrying retrying;
    private final BuiltInListeners listeners;

    GuardedFormService(Retrying retrying, BuiltInListeners listeners) {
        this.retrying = retrying;
        this.listeners = listeners;
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, new HashMap<>(properties));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        Surfacing.run(
                () ->
                        retrying.run(
                                () ->
                                        commandExecutor.execute(
                                                new Answers(
                                                        listeners, taskId, properties, false))));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return Surfacing.call(
                () ->
                        retrying.call(
                                () ->
                                        commandExecutor.execute(
                                                new Answers(listeners, taskId, properties, true))));
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, Map<String, Object> properties) {
        return Surfacing.call(
                () -> retrying.call(() -> super.submitStartForm(processDefinitionId, properties)));
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return Surfacing.call(
                () ->
                        retrying.call(
                                () ->
                                        super.submitStartForm(
                                                processDefinitionId, businessKey, properties)));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> names, boolean deserialize) {
        var variables = super.getTaskFormVariables(taskId, names, deserialize);
        variables.putAll(commandExecutor.execute(new Shown(listeners, taskId, names)));
        return variables;
    }
}
