package dev.innkeeper.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** The people of the house at work: they sign in, take the tasks of a case and answer its forms. */
public final class Staff {

    private final TaskService tasks;
    private final FormService forms;
    private final HistoryService history;
    private final IdentityService identity;

    Staff(TaskService tasks, FormService forms, HistoryService history, IdentityService identity) {
        this.tasks = tasks;
        this.forms = forms;
        this.history = history;
        this.identity = identity;
    }

    /** Does something as a signed-in person, as the Tasklist would. */
    public void as(String user, Runnable action) {
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

    /** The open task of this kind of a case. */
    public Task task(CaseNumber number, String key) {
        var task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .taskDefinitionKey(key)
                        .initializeFormKeys()
                        .singleResult();
        assertThat(task)
                .as("the task %s of %s, open are %s", key, number, open(number))
                .isNotNull();
        return task;
    }

    /** The kinds of the open tasks of a case. */
    public List<String> open(CaseNumber number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The groups that may take a task. */
    public Set<String> candidates(CaseNumber number, String key) {
        return tasks.getIdentityLinksForTask(task(number, key).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Completes a task with these answers. */
    public void complete(CaseNumber number, String key, String user, Map<String, Object> answers) {
        var id = task(number, key).getId();
        as(user, () -> forms.submitTaskForm(id, answers));
    }

    /** What the form of a task shows. */
    public Map<String, Object> shown(CaseNumber number, String key) {
        return forms.getTaskFormVariables(task(number, key).getId());
    }

    /** What the process of a case walked so far, in this order. */
    public List<String> walked(CaseNumber number, String process) {
        var instance =
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .processDefinitionKey(process)
                        .singleResult();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
