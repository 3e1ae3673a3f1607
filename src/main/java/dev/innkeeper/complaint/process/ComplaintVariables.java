package dev.innkeeper.complaint.process;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.Progress;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * The variables of {@code complaint-handling}: what its gateways, timers and tasks read, and
 * nothing else. They are copies of {@link Progress}, never the other way round.
 */
final class ComplaintVariables {

    /** The number, which lists of tasks show; the business key says the same to the engine. */
    static final String CASE_NUMBER = "caseNumber";

    static final String SEVERITY = "severity";
    static final String LEVEL = "level";
    static final String OWNER_GROUP = "ownerGroup";
    static final String APOLOGY_GROUP = "apologyGroup";
    static final String CANDIDATE_GROUPS = "candidateGroups";
    static final String LINKED_TO_EXISTING = "linkedToExisting";
    static final String TRIAGE_TO_BE_CHECKED = "triageToBeChecked";
    static final String WAITING_FOR_GUEST = "waitingForGuest";
    static final String WAIT_FOR_GUEST_UNTIL = "waitForGuestUntil";
    static final String APPROVAL_NEEDED = "approvalNeeded";
    static final String APPROVER_GROUP = "approverGroup";
    static final String COMPENSATION_APPROVED = "compensationApproved";
    static final String CORRECTIVE_ACTION_NEEDED = "correctiveActionNeeded";
    static final String REMEDY_ACCEPTED = "remedyAccepted";
    static final String CALLBACK_DUE_AT = "callbackDueAt";
    static final String CALLBACK_OUTCOME = "callbackOutcome";
    static final String CHECK_DUE = "checkDue";
    static final String NEXT_CHECK_AT = "nextCheckAt";
    static final String ACKNOWLEDGE_BY = "acknowledgeBy";
    static final String RESOLVE_BY = "resolveBy";
    static final String PRIORITY = "priority";

    private static final Map<String, Function<Progress, @Nullable Object>> READ = readers();

    /** What has to be there from the start, since anything may read it. */
    private static final Set<String> ALWAYS =
            Set.of(
                    SEVERITY,
                    LEVEL,
                    OWNER_GROUP,
                    APOLOGY_GROUP,
                    CANDIDATE_GROUPS,
                    CHECK_DUE,
                    NEXT_CHECK_AT,
                    ACKNOWLEDGE_BY,
                    RESOLVE_BY,
                    PRIORITY);

    /**
     * What the engine's history keeps: the answers by which a case took its way. Dates are in the
     * ledgers of the clocks, and who may take a task is with the task.
     */
    static final Set<String> ANSWERS =
            Set.of(
                    SEVERITY,
                    LEVEL,
                    OWNER_GROUP,
                    LINKED_TO_EXISTING,
                    TRIAGE_TO_BE_CHECKED,
                    WAITING_FOR_GUEST,
                    APPROVAL_NEEDED,
                    APPROVER_GROUP,
                    COMPENSATION_APPROVED,
                    CORRECTIVE_ACTION_NEEDED,
                    REMEDY_ACCEPTED,
                    CALLBACK_OUTCOME,
                    CHECK_DUE);

    private ComplaintVariables() {}

    private static Map<String, Function<Progress, @Nullable Object>> readers() {
        var read = new LinkedHashMap<String, Function<Progress, @Nullable Object>>();
        read.put(CASE_NUMBER, progress -> progress.number().value());
        read.put(
                SEVERITY,
                progress -> progress.severity() == null ? null : progress.severity().name());
        read.put(LEVEL, Progress::level);
        read.put(OWNER_GROUP, progress -> id(progress.ownerGroup()));
        read.put(APOLOGY_GROUP, progress -> id(progress.apologyGroup()));
        read.put(
                CANDIDATE_GROUPS,
                progress ->
                        progress.candidateGroups().stream()
                                .map(Group::id)
                                .collect(Collectors.joining(",")));
        read.put(LINKED_TO_EXISTING, Progress::linkedToExisting);
        read.put(TRIAGE_TO_BE_CHECKED, Progress::triageToBeChecked);
        read.put(WAITING_FOR_GUEST, Progress::waitingForGuest);
        read.put(WAIT_FOR_GUEST_UNTIL, progress -> date(progress.waitForGuestUntil()));
        read.put(APPROVAL_NEEDED, Progress::approvalNeeded);
        read.put(APPROVER_GROUP, progress -> id(progress.approverGroup()));
        read.put(COMPENSATION_APPROVED, Progress::compensationApproved);
        read.put(CORRECTIVE_ACTION_NEEDED, Progress::correctiveActionNeeded);
        read.put(REMEDY_ACCEPTED, Progress::remedyAccepted);
        read.put(CALLBACK_DUE_AT, progress -> date(progress.callbackDueAt()));
        read.put(
                CALLBACK_OUTCOME,
                progress ->
                        progress.callbackOutcome() == null
                                ? null
                                : progress.callbackOutcome().name());
        read.put(CHECK_DUE, Progress::checkDue);
        read.put(NEXT_CHECK_AT, progress -> date(progress.nextCheckAt()));
        read.put(ACKNOWLEDGE_BY, progress -> date(progress.acknowledgeBy()));
        read.put(RESOLVE_BY, progress -> date(progress.resolveBy()));
        read.put(PRIORITY, Progress::priority);
        return read;
    }

    /** Every variable of the process. */
    static Set<String> all() {
        return READ.keySet();
    }

    /**
     * Copies progress to the variables: those that anything may read, and those named. Only what
     * changed is written, since each costs a row now and one in the history.
     *
     * @return the names of those that changed
     */
    static Set<String> write(VariableScope scope, Progress progress, String... named) {
        var changed = new LinkedHashMap<String, @Nullable Object>();
        var names = new TreeSet<>(ALWAYS);
        names.addAll(Set.of(named));
        for (var name : names) {
            var value = READ.get(name).apply(progress);
            if (!scope.hasVariable(name) || !Objects.equals(scope.getVariable(name), value)) {
                changed.put(name, value);
            }
        }
        scope.setVariables(changed);
        return changed.keySet();
    }

    private static @Nullable String id(@Nullable Group group) {
        return group == null ? null : group.id();
    }

    static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }
}
