package dev.innkeeper.workflow;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a task shows beside the variables of its process. The engine has checked before
 * that the person may read the task.
 */
final class Shown implements Command<VariableMap> {

    private final BuiltInListeners listeners;
    private final String taskId;
    private final @Nullable Collection<String> names;

    Shown(BuiltInListeners listeners, String taskId, @Nullable Collection<String> names) {
        this.listeners = listeners;
        this.taskId = taskId;
        this.names = names;
    }

    @Override
    public VariableMap execute(CommandContext context) {
        var task = context.getTaskManager().findTaskById(taskId);
        var values =
                task == null
                        ? Map.<String, @Nullable Object>of()
                        : listeners.formsOf(task).map(forms -> forms.show(task)).orElse(Map.of());
        var shown = Variables.createVariables();
        values.forEach(
                (name, value) -> {
                    if (names == null || names.contains(name)) {
                        shown.putValue(name, value);
                    }
                });
        return shown;
    }
}
