package dev.innkeeper.complaint.process;

import static dev.innkeeper.complaint.process.ComplaintVariables.ACKNOWLEDGE_BY;
import static dev.innkeeper.complaint.process.ComplaintVariables.APOLOGY_GROUP;
import static dev.innkeeper.complaint.process.ComplaintVariables.CANDIDATE_GROUPS;
import static dev.innkeeper.complaint.process.ComplaintVariables.CHECK_DUE;
import static dev.innkeeper.complaint.process.ComplaintVariables.LEVEL;
import static dev.innkeeper.complaint.process.ComplaintVariables.NEXT_CHECK_AT;
import static dev.innkeeper.complaint.process.ComplaintVariables.PRIORITY;
import static dev.innkeeper.complaint.process.ComplaintVariables.RESOLVE_BY;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.Progress;
import dev.innkeeper.workflow.AtCommit;
import dev.innkeeper.workflow.ProcessVariables;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Keeps the course of a process true to its case file. What the process itself reads next is
 * written at once; whatever else stands open (the watch over the clocks, tasks beside) is brought
 * up to date at the end of the transaction, when the engine has settled where it stands, and once
 * for all that happened in it.
 */
@Component
class ComplaintCourse {

    private static final Set<String> ARM_THE_WATCH = Set.of(CHECK_DUE, NEXT_CHECK_AT);
    private static final Set<String> SHOW_ON_TASKS =
            Set.of(ACKNOWLEDGE_BY, RESOLVE_BY, CANDIDATE_GROUPS, APOLOGY_GROUP, LEVEL, PRIORITY);

    private final TaskService tasks;
    private final AtCommit atCommit;

    ComplaintCourse(TaskService tasks, AtCommit atCommit) {
        this.tasks = tasks;
        this.atCommit = atCommit;
    }

    /** Writes the first progress; nothing stands open yet. */
    void begin(DelegateExecution execution, Progress progress, String... named) {
        ComplaintVariables.OF_THE_CASE.write(execution, progress, named);
    }

    /** Writes progress, and brings up to date whatever else stands open. */
    void follow(DelegateExecution execution, Progress progress, String... named) {
        var changed = ComplaintVariables.OF_THE_CASE.write(execution, progress, named);
        if (changed.stream().anyMatch(ARM_THE_WATCH::contains)) {
            atCommit.tell(execution.getProcessInstanceId(), ComplaintProcess.CLOCK_CHANGED);
        }
        show(execution, progress, changed);
    }

    /** The same for the watch itself, which arms itself. */
    void followFromTheWatch(DelegateExecution execution, Progress progress) {
        show(execution, progress, ComplaintVariables.OF_THE_CASE.write(execution, progress));
    }

    /** An investigation that waits for the guest goes on. */
    void guestAnswered(DelegateExecution execution) {
        atCommit.tell(execution.getProcessInstanceId(), ComplaintProcess.GUEST_ANSWERED);
    }

    private void show(DelegateExecution execution, Progress progress, Set<String> changed) {
        if (changed.stream().anyMatch(SHOW_ON_TASKS::contains)) {
            var processInstance = execution.getProcessInstanceId();
            atCommit.once(
                    processInstance + " tasks",
                    () ->
                            tasks.createTaskQuery()
                                    .processInstanceId(processInstance)
                                    .list()
                                    .forEach(task -> align(task, progress)));
        }
    }

    private void align(Task task, Progress now) {
        if (task.getPriority() != now.priority()) {
            tasks.setPriority(task.getId(), now.priority());
        }
        dueDate(task, now)
                .map(ProcessVariables::date)
                .filter(due -> !Objects.equals(due, task.getDueDate()))
                .ifPresent(due -> tasks.setDueDate(task.getId(), due));
        var wanted = candidates(task, now);
        if (!wanted.isEmpty()) {
            alignCandidates(task, wanted);
        }
    }

    private static Optional<Instant> dueDate(Task task, Progress now) {
        return Optional.ofNullable(
                switch (task.getTaskDefinitionKey()) {
                    case "acknowledgeComplaint", "checkTriage" -> now.acknowledgeBy();
                    case "investigateComplaint", "approveCompensation", "remedyAndReply" ->
                            now.resolveBy();
                    default -> null;
                });
    }

    /** Who may take a task that is open; empty where that does not change while it is. */
    private static Set<String> candidates(Task task, Progress now) {
        return switch (task.getTaskDefinitionKey()) {
            case "acknowledgeComplaint" ->
                    ids(
                            Stream.concat(
                                    Stream.ofNullable(now.apologyGroup()),
                                    now.level() > 0
                                            ? Stream.ofNullable(now.ownerGroup())
                                            : Stream.empty()));
            case "investigateComplaint", "remedyAndReply" -> ids(now.candidateGroups().stream());
            default -> Set.of();
        };
    }

    private static Set<String> ids(Stream<Group> groups) {
        return groups.map(Group::id).collect(Collectors.toSet());
    }

    private void alignCandidates(Task task, Set<String> wanted) {
        List<String> present =
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .toList();
        var missing = new HashSet<>(wanted);
        present.forEach(missing::remove);
        missing.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        present.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
    }
}
