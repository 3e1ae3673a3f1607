package dev.innkeeper.complaint.process;

import static dev.innkeeper.complaint.process.ComplaintVariables.APPROVAL_NEEDED;
import static dev.innkeeper.complaint.process.ComplaintVariables.APPROVER_GROUP;
import static dev.innkeeper.complaint.process.ComplaintVariables.COMPENSATION_APPROVED;
import static dev.innkeeper.complaint.process.ComplaintVariables.CORRECTIVE_ACTION_NEEDED;
import static dev.innkeeper.complaint.process.ComplaintVariables.LINKED_TO_EXISTING;
import static dev.innkeeper.complaint.process.ComplaintVariables.TRIAGE_TO_BE_CHECKED;
import static dev.innkeeper.complaint.process.ComplaintVariables.WAITING_FOR_GUEST;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintDesk;
import dev.innkeeper.complaint.ComplaintStatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The service tasks of the diagrams in {@code processes/complaint}, each named after its task. Each
 * asks the desk and hands its answer back to the diagram.
 */
@Component
public class ComplaintSteps {

    private final ComplaintDesk desk;
    private final ComplaintCourse course;
    private final ComplaintEntry entry;
    private final CorrectiveActionProcess correctiveActionProcess;

    ComplaintSteps(
            ComplaintDesk desk,
            ComplaintCourse course,
            ComplaintEntry entry,
            CorrectiveActionProcess correctiveActionProcess) {
        this.desk = desk;
        this.course = course;
        this.entry = entry;
        this.correctiveActionProcess = correctiveActionProcess;
    }

    /**
     * Registers what staff reported with the start form, and makes its number the business key. A
     * process that has a number already was registered before, in the same transaction.
     */
    public void registerComplaint(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            var registered = entry.register(execution);
            execution.setProcessBusinessKey(registered.number().value());
            execution.setVariable(LINKED_TO_EXISTING, registered.linkedToExisting());
        } else {
            ComplaintEntry.numberOf(execution);
            entry.dropWhatWasSent(execution);
            execution.setVariable(LINKED_TO_EXISTING, false);
        }
    }

    /** Severity, department, deadlines; the clocks start. */
    public void gradeComplaint(DelegateExecution execution) {
        var number = number(execution);
        var progress = desk.grade(number);
        course.begin(execution, progress, ComplaintVariables.CASE_NUMBER, TRIAGE_TO_BE_CHECKED);
    }

    /** The guest answered, or the time to wait is over. */
    public void resumeInvestigation(DelegateExecution execution) {
        course.follow(execution, desk.resumeInvestigation(number(execution)), WAITING_FOR_GUEST);
    }

    /** Ceiling, kinds and approver of the compensation; whether the cause is to be removed. */
    public void decideCompensation(DelegateExecution execution) {
        course.follow(
                execution,
                desk.decideCompensation(number(execution)),
                APPROVAL_NEEDED,
                APPROVER_GROUP,
                COMPENSATION_APPROVED,
                CORRECTIVE_ACTION_NEEDED);
    }

    /** Starts the removal of the cause, unless it is under way. */
    public void openCorrectiveAction(DelegateExecution execution) {
        correctiveActionProcess.open(number(execution));
    }

    /** Back to the investigation, one level higher. */
    public void reopenComplaint(DelegateExecution execution) {
        course.follow(execution, desk.reopen(number(execution)));
    }

    /** Closes and archives. */
    public void closeComplaint(DelegateExecution execution) {
        ComplaintVariables.OF_THE_CASE.write(execution, desk.close(number(execution)));
    }

    /** Whom to warn, the level, the next check. */
    public void escalateComplaint(DelegateExecution execution) {
        course.followFromTheWatch(execution, desk.escalate(number(execution)));
    }

    /** The message is in the case file; an investigation that waits for it goes on. */
    public void noteGuestMessage(DelegateExecution execution) {
        var progress = desk.progress(number(execution));
        course.follow(execution, progress);
        if (progress.waitingForGuest()) {
            course.guestAnswered(execution);
        }
    }

    /** The severity in the case file is another one. */
    public void regradeComplaint(DelegateExecution execution) {
        course.follow(execution, desk.progress(number(execution)));
    }

    /**
     * The case ends as withdrawn.
     *
     * @throws Refusal where nobody withdrew it: the message came from somewhere else
     */
    public void archiveWithdrawal(DelegateExecution execution) {
        var progress = desk.progress(number(execution));
        if (progress.status() != ComplaintStatus.WITHDRAWN) {
            throw Refusal.notNow(
                    "The complaint %s was not withdrawn. | 投诉 %s 并未撤回。"
                            .formatted(progress.number(), progress.number()),
                    "Withdraw it over /api/complaints/{number}/withdrawal, or in the Tasklist. |"
                            + " 请通过 /api/complaints/{number}/withdrawal 或任务列表撤回。");
        }
        ComplaintVariables.OF_THE_CASE.write(execution, progress);
    }

    /** Passes on what staff entered in the form of {@code complaint-update}. */
    public void passUpdateOn(DelegateExecution execution) {
        entry.update(execution);
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
