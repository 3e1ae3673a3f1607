package dev.innkeeper.workflow;

import dev.innkeeper.common.CaseNumber;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The tasks of cases that wait for somebody. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final ChineseNames chineseNames;

    OpenTasks(TaskService tasks, ChineseNames chineseNames) {
        this.tasks = tasks;
        this.chineseNames = chineseNames;
    }

    /** The open tasks of a case, the oldest first. */
    public List<OpenTask> of(CaseNumber number) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(this::open)
                .toList();
    }

    private OpenTask open(Task task) {
        var name = Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey());
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                chineseNames
                        .of(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                        .map(chinese -> name + " | " + chinese)
                        .orElse(name),
                task.getAssignee(),
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getPriority());
    }
}
