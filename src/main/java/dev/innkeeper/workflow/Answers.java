package dev.innkeeper.workflow;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Completes a task with the answers to its form. Whatever the form does not ask for is dropped, so
 * that nobody can set a variable that a gateway reads, by whichever door the answers come in.
 */
final class Answers implements Command<VariableMap> {

    private final BuiltInListeners listeners;
    private final String taskId;
    private final Map<String, Object> given;
    private final boolean withResult;

    Answers(
            BuiltInListeners listeners,
            String taskId,
            @Nullable Map<String, Object> given,
            boolean withResult) {
        this.listeners = listeners;
        this.taskId = taskId;
        this.given = given == null ? Map.of() : given;
        this.withResult = withResult;
    }

    @Override
    public VariableMap execute(CommandContext context) {
        var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        var forms = task == null ? Optional.<TaskForms>empty() : listeners.formsOf(task);
        if (forms.isPresent()) {
            var sent = Variables.fromMap(given);
            for (var name : forms.get().asked(task.getTaskDefinitionKey())) {
                task.setVariableLocal(
                        name,
                        sent.containsKey(name)
                                ? plain(name, sent.getValueTyped(name))
                                : Variables.untypedNullValue(true));
            }
        }
        return new SubmitTaskFormCmd(taskId, Map.of(), withResult, false).execute(context);
    }

    /** Only values as a form gives them; an object or a file has no business here. */
    private static TypedValue plain(String name, TypedValue value) {
        var raw = value instanceof SerializableValue ? value : value.getValue();
        if (raw == null
                || raw instanceof String
                || raw instanceof Boolean
                || raw instanceof Number
                || raw instanceof Date) {
            return Variables.untypedValue(raw, true);
        }
        throw new FormFieldValidationException(
                name, "The answer '" + name + "' must be a text, a number, a date or yes or no.");
    }
}
