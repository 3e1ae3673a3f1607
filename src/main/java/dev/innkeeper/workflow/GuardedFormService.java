package dev.innkeeper.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** Submits forms as {@link GuardedTaskService} completes tasks. */
class GuardedFormService extends FormServiceImpl {

    private final Retrying retrying;

    GuardedFormService(Retrying retrying) {
        this.retrying = retrying;
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
                                                new Answers(taskId, properties, false))));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return Surfacing.call(
                () ->
                        retrying.call(
                                () ->
                                        commandExecutor.execute(
                                                new Answers(taskId, properties, true))));
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
}
