package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers and dates of a complaint now: all that its process reads.
 *
 * @param number the complaint
 * @param status how far it is
 * @param severity null until it is graded
 * @param level 0 handler, 1 supervisor, 2 customer service manager, 3 general manager
 * @param ownerGroup who answers for it now: the department at level 0, else the group of the level;
 *     null until graded
 * @param apologyGroup who acknowledges and apologises; null until graded
 * @param candidateGroups who may take its tasks, the department first
 * @param linkedToExisting it is handled in an earlier case
 * @param triageToBeChecked triage filled something in that nobody has looked at yet
 * @param waitingForGuest the investigation waits for the guest
 * @param waitForGuestUntil until when at most, or null
 * @param approvalNeeded somebody has to approve the compensation
 * @param approverGroup who, or null
 * @param compensationApproved it may be given: approved, or no approval was needed
 * @param correctiveActionNeeded the cause is to be removed
 * @param remedyAccepted the guest has not refused the remedy
 * @param callbackDueAt when to call the guest (again), or null
 * @param callbackOutcome how the latest callback ended, or null
 * @param checkDue escalation has something to look at later
 * @param nextCheckAt when, or null
 * @param acknowledgeBy the deadline of the acknowledge clock while it runs, or null
 * @param resolveBy the deadline of the resolve clock while it runs, or null
 * @param priority 0 to 100, the gravest and highest first
 */
public record Progress(
        CaseNumber number,
        ComplaintStatus status,
        @Nullable Severity severity,
        int level,
        @Nullable Group ownerGroup,
        @Nullable Group apologyGroup,
        List<Group> candidateGroups,
        boolean linkedToExisting,
        boolean triageToBeChecked,
        boolean waitingForGuest,
        @Nullable Instant waitForGuestUntil,
        boolean approvalNeeded,
        @Nullable Group approverGroup,
        boolean compensationApproved,
        boolean correctiveActionNeeded,
        boolean remedyAccepted,
        @Nullable Instant callbackDueAt,
        @Nullable CallbackOutcome callbackOutcome,
        boolean checkDue,
        @Nullable Instant nextCheckAt,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant resolveBy,
        int priority) {

    /** Copies the groups. */
    public Progress {
        candidateGroups = List.copyOf(candidateGroups);
    }
}
