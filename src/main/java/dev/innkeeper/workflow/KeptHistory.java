package dev.innkeeper.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's history without what people wrote. It keeps the course of a process and the answers
 * that its gateways read; names and texts belong into our own tables, where they can be erased.
 */
@Component
class KeptHistory implements HistoryEventHandler {

    private final HistoryEventHandler database = new DbHistoryEventHandler();
    private final ObjectProvider<TaskForms> forms;

    KeptHistory(ObjectProvider<TaskForms> forms) {
        this.forms = forms;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (isKept(event)) {
            database.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private boolean isKept(HistoryEvent event) {
        if (event instanceof HistoricFormPropertyEventEntity) {
            return false;
        }
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return variable.getTaskId() == null
                    && keptBy(variable.getProcessDefinitionKey())
                            .contains(variable.getVariableName());
        }
        return true;
    }

    private Set<String> keptBy(String process) {
        return forms.stream()
                .filter(form -> form.processKey().equals(process))
                .findFirst()
                .map(TaskForms::historyVariables)
                .orElse(Set.of());
    }
}
