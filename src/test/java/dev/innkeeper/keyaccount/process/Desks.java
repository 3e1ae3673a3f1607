package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.support.Staff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;

/** Reviews and expenses on their way over the desks of the house. */
class Desks {

    private final Staff staff;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FormService forms;
    private final HistoryService history;

    Desks(
            Staff staff,
            RepositoryService repository,
            RuntimeService runtime,
            FormService forms,
            HistoryService history) {
        this.staff = staff;
        this.repository = repository;
        this.runtime = runtime;
        this.forms = forms;
        this.history = history;
    }

    Case of(String process, CaseNumber number) {
        return new Case(process, number);
    }

    /** Answers the start form of a process; the business key of the case that came of it. */
    String start(String process, String user, Map<String, Object> answers) {
        var definition =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult();
        var started = new String[1];
        staff.as(
                user,
                () -> started[0] = forms.submitStartForm(definition.getId(), answers).getId());
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(started[0])
                .singleResult()
                .getBusinessKey();
    }

    /** One case on its way. */
    final class Case {

        private final String process;
        private final CaseNumber number;

        private Case(String process, CaseNumber number) {
            this.process = process;
            this.number = number;
        }

        List<String> open() {
            return staff.open(number);
        }

        Task task(String key) {
            return staff.task(number, key);
        }

        Set<String> candidates(String key) {
            return staff.candidates(number, key);
        }

        void complete(String key, String user, Map<String, Object> answers) {
            staff.complete(number, key, user, answers);
        }

        /** What the form of a task shows this person. */
        Map<String, Object> shown(String key, String user) {
            var shown = new LinkedHashMap<String, Object>();
            staff.as(user, () -> shown.putAll(staff.shown(number, key)));
            return shown;
        }

        List<String> walked() {
            return staff.walked(number, process);
        }

        boolean isRunning() {
            return runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(number.value(), process)
                            .count()
                    > 0;
        }

        Map<String, Object> variables() {
            return runtime.getVariables(instance());
        }

        /** The names of what the engine's history keeps. */
        Set<String> kept() {
            return history
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(instance())
                    .list()
                    .stream()
                    .map(HistoricVariableInstance::getName)
                    .collect(Collectors.toSet());
        }

        private String instance() {
            return history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(number.value())
                    .processDefinitionKey(process)
                    .singleResult()
                    .getId();
        }
    }
}
