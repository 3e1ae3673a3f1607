package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** The people of the house at their desks: they sign in, take tasks and answer their forms. */
class Desks {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final HistoryService history;
    private final IdentityService identity;

    Desks(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            HistoryService history,
            IdentityService identity) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.history = history;
        this.identity = identity;
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
        as(user, () -> started[0] = forms.submitStartForm(definition.getId(), answers).getId());
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(started[0])
                .singleResult()
                .getBusinessKey();
    }

    /** Does something as a signed-in person, as the Tasklist would. */
    private void as(String user, Runnable action) {
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(org.camunda.bpm.engine.identity.Group::getId)
                        .toList());
        try {
            action.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** One case on its way. */
    final class Case {

        private final String process;
        private final CaseNumber number;

        private Case(String process, CaseNumber number) {
            this.process = process;
            this.number = number;
        }

        private List<Task> all() {
            return tasks.createTaskQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(number.value())
                    .list();
        }

        List<String> open() {
            return all().stream().map(Task::getTaskDefinitionKey).sorted().toList();
        }

        Task task(String key) {
            assertThat(open()).as("open tasks of %s", number).contains(key);
            return all().stream()
                    .filter(task -> task.getTaskDefinitionKey().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        Set<String> candidates(String key) {
            return tasks.getIdentityLinksForTask(task(key).getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(group -> group != null)
                    .collect(Collectors.toSet());
        }

        void complete(String key, String user, Map<String, Object> answers) {
            var id = task(key).getId();
            as(user, () -> forms.submitTaskForm(id, answers));
        }

        /** What the form of a task shows this person. */
        Map<String, Object> shown(String key, String user) {
            var id = task(key).getId();
            var shown = new LinkedHashMap<String, Object>();
            as(user, () -> shown.putAll(forms.getTaskFormVariables(id)));
            return shown;
        }

        boolean isRunning() {
            return runtime.createProcessInstanceQuery()
                            .processDefinitionKey(process)
                            .processInstanceBusinessKey(number.value())
                            .count()
                    > 0;
        }

        /** What was walked so far, in this order. */
        List<String> walked() {
            return history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance())
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list()
                    .stream()
                    .map(HistoricActivityInstance::getActivityId)
                    .toList();
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
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(number.value())
                    .singleResult()
                    .getId();
        }
    }
}
