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
import dev.innkeeper.workflow.EngineUser;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineUser engineUser;

    ComplaintCourse(RuntimeService runtime, TaskService tasks, EngineUser engineUser) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engineUser = engineUser;
    }

    /** Writes the first progress; nothing stands open yet. */
    void begin(DelegateExecution execution, Progress progress, String... named) {
        ComplaintVariables.write(execution, progress, named);
    }

    /** Writes progress, and brings up to date whatever else stands open. */
    void follow(DelegateExecution execution, Progress progress, String... named) {
        var changed = ComplaintVariables.write(execution, progress, named);
        var alignment = alignmentOf(execution.getProcessInstanceId());
        alignment.progress = progress;
        alignment.clock |= changed.stream().anyMatch(ARM_THE_WATCH::contains);
        alignment.tasks |= changed.stream().anyMatch(SHOW_ON_TASKS::contains);
    }

    /** The same for the watch itself, which arms itself. */
    void followFromTheWatch(DelegateExecution execution, Progress progress) {
        var changed = ComplaintVariables.write(execution, progress);
        if (changed.stream().anyMatch(SHOW_ON_TASKS::contains)) {
            var alignment = alignmentOf(execution.getProcessInstanceId());
            alignment.progress = progress;
            alignment.tasks = true;
        }
    }

    /** An investigation that waits for the guest goes on. */
    void guestAnswered(DelegateExecution execution, Progress progress) {
        var alignment = alignmentOf(execution.getProcessInstanceId());
        alignment.progress = progress;
        alignment.answered = true;
    }

    private Alignment alignmentOf(String processInstance) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Alignment.class::isInstance)
                .map(Alignment.class::cast)
                .filter(found -> found.processInstance.equals(processInstance))
                .findFirst()
                .orElseGet(
                        () -> {
                            var first = new Alignment(processInstance);
                            TransactionSynchronizationManager.registerSynchronization(first);
                            return first;
                        });
    }

    private final class Alignment implements TransactionSynchronization {

        private final String processInstance;
        private @Nullable Progress progress;
        private boolean clock;
        private boolean tasks;
        private boolean answered;

        private Alignment(String processInstance) {
            this.processInstance = processInstance;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            engineUser.asTheService(
                    () -> {
                        if (answered) {
                            tellWhoeverWaits(ComplaintProcess.GUEST_ANSWERED);
                        }
                        if (clock) {
                            tellWhoeverWaits(ComplaintProcess.CLOCK_CHANGED);
                        }
                        if (tasks && progress != null) {
                            alignTasks(progress);
                        }
                        return true;
                    });
        }

        /** Nobody waits where the watch is just deciding: it will see what is true by itself. */
        private void tellWhoeverWaits(String message) {
            runtime.createMessageCorrelation(message)
                    .processInstanceId(processInstance)
                    .correlateAll();
        }

        private void alignTasks(Progress now) {
            ComplaintCourse.this
                    .tasks
                    .createTaskQuery()
                    .processInstanceId(processInstance)
                    .list()
                    .forEach(task -> align(task, now));
        }
    }

    private void align(Task task, Progress now) {
        if (task.getPriority() != now.priority()) {
            tasks.setPriority(task.getId(), now.priority());
        }
        dueDate(task, now)
                .map(ComplaintVariables::date)
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
