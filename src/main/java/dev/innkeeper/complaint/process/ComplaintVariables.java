package dev.innkeeper.complaint.process;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.Progress;
import dev.innkeeper.workflow.ProcessVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The variables of {@code complaint-handling}: what its gateways, timers and tasks read, and
 * nothing else.
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

    static final ProcessVariables<Progress> OF_THE_CASE = new ProcessVariables<>(readers(), ALWAYS);

    private ComplaintVariables() {}

    private static Map<String, Function<Progress, @Nullable Object>> readers() {
        var read = new LinkedHashMap<String, Function<Progress, @Nullable Object>>();
        read.put(CASE_NUMBER, progress -> progress.number().value());
        read.put(SEVERITY, progress -> ProcessVariables.name(progress.severity()));
        read.put(LEVEL, Progress::level);
        read.put(OWNER_GROUP, progress -> ProcessVariables.id(progress.ownerGroup()));
        read.put(APOLOGY_GROUP, progress -> ProcessVariables.id(progress.apologyGroup()));
        read.put(
                CANDIDATE_GROUPS,
                progress ->
                        progress.candidateGroups().stream()
                                .map(Group::id)
                                .collect(Collectors.joining(",")));
        read.put(LINKED_TO_EXISTING, Progress::linkedToExisting);
        read.put(TRIAGE_TO_BE_CHECKED, Progress::triageToBeChecked);
        read.put(WAITING_FOR_GUEST, Progress::waitingForGuest);
        read.put(
                WAIT_FOR_GUEST_UNTIL,
                progress -> ProcessVariables.date(progress.waitForGuestUntil()));
        read.put(APPROVAL_NEEDED, Progress::approvalNeeded);
        read.put(APPROVER_GROUP, progress -> ProcessVariables.id(progress.approverGroup()));
        read.put(COMPENSATION_APPROVED, Progress::compensationApproved);
        read.put(CORRECTIVE_ACTION_NEEDED, Progress::correctiveActionNeeded);
        read.put(REMEDY_ACCEPTED, Progress::remedyAccepted);
        read.put(CALLBACK_DUE_AT, progress -> ProcessVariables.date(progress.callbackDueAt()));
        read.put(CALLBACK_OUTCOME, progress -> ProcessVariables.name(progress.callbackOutcome()));
        read.put(CHECK_DUE, Progress::checkDue);
        read.put(NEXT_CHECK_AT, progress -> ProcessVariables.date(progress.nextCheckAt()));
        read.put(ACKNOWLEDGE_BY, progress -> ProcessVariables.date(progress.acknowledgeBy()));
        read.put(RESOLVE_BY, progress -> ProcessVariables.date(progress.resolveBy()));
        read.put(PRIORITY, Progress::priority);
        return read;
    }
}
