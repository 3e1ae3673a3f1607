package dev.innkeeper.complaint.process;

import static dev.innkeeper.complaint.process.ComplaintVariables.APPROVAL_NEEDED;
import static dev.innkeeper.complaint.process.ComplaintVariables.APPROVER_GROUP;
import static dev.innkeeper.complaint.process.ComplaintVariables.CALLBACK_DUE_AT;
import static dev.innkeeper.complaint.process.ComplaintVariables.CALLBACK_OUTCOME;
import static dev.innkeeper.complaint.process.ComplaintVariables.CASE_NUMBER;
import static dev.innkeeper.complaint.process.ComplaintVariables.COMPENSATION_APPROVED;
import static dev.innkeeper.complaint.process.ComplaintVariables.CORRECTIVE_ACTION_NEEDED;
import static dev.innkeeper.complaint.process.ComplaintVariables.LINKED_TO_EXISTING;
import static dev.innkeeper.complaint.process.ComplaintVariables.REMEDY_ACCEPTED;
import static dev.innkeeper.complaint.process.ComplaintVariables.TRIAGE_TO_BE_CHECKED;
import static dev.innkeeper.complaint.process.ComplaintVariables.WAITING_FOR_GUEST;
import static dev.innkeeper.complaint.process.ComplaintVariables.WAIT_FOR_GUEST_UNTIL;

import dev.innkeeper.workflow.ProcessContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the code writes and sends to the processes of complaints, for the review of diagrams. */
@Configuration(proxyBeanMethods = false)
class ComplaintContracts {

    @Bean
    ProcessContract complaintHandlingContract() {
        var always = ComplaintVariables.OF_THE_CASE.always();
        return ProcessContract.of(ComplaintProcess.KEY)
                .step("registerComplaint", Set.of(LINKED_TO_EXISTING))
                .step("gradeComplaint", always, CASE_NUMBER, TRIAGE_TO_BE_CHECKED)
                .step("resumeInvestigation", always, WAITING_FOR_GUEST)
                .step(
                        "decideCompensation",
                        always,
                        APPROVAL_NEEDED,
                        APPROVER_GROUP,
                        COMPENSATION_APPROVED,
                        CORRECTIVE_ACTION_NEEDED)
                .step("reopenComplaint", always)
                .step("closeComplaint", always)
                .step("escalateComplaint", always)
                .step("noteGuestMessage", always)
                .step("regradeComplaint", always)
                .step("archiveWithdrawal", always)
                .task(ComplaintTasks.ACKNOWLEDGE, always)
                .task(ComplaintTasks.CHECK_TRIAGE, always)
                .task(ComplaintTasks.INVESTIGATE, always, WAITING_FOR_GUEST, WAIT_FOR_GUEST_UNTIL)
                .task(ComplaintTasks.APPROVE, always, COMPENSATION_APPROVED)
                .task(ComplaintTasks.REPLY, always, REMEDY_ACCEPTED, CALLBACK_DUE_AT)
                .task(ComplaintTasks.CALL_BACK, always, CALLBACK_OUTCOME, CALLBACK_DUE_AT)
                .sends(
                        ComplaintProcess.GUEST_ANSWERED,
                        ComplaintProcess.CLOCK_CHANGED,
                        ComplaintProcess.COMPLAINT_WITHDRAWN,
                        ComplaintProcess.GUEST_MESSAGE_RECEIVED,
                        ComplaintProcess.REGRADE_REQUESTED);
    }

    @Bean
    ProcessContract complaintUpdateContract() {
        return ProcessContract.of(ComplaintProcess.UPDATE_KEY);
    }

    @Bean
    ProcessContract correctiveActionContract() {
        return ProcessContract.of(CorrectiveActionProcess.KEY)
                .given(
                        Set.of(
                                CorrectiveActionProcess.CASE_NUMBER,
                                CorrectiveActionProcess.ANSWERABLE_GROUP,
                                CorrectiveActionProcess.STATE_BY,
                                CorrectiveActionProcess.VERIFY_AT,
                                CorrectiveActionProcess.EFFECTIVE))
                .task("stateCauseAndMeasure", Set.of())
                .task("verifyEffect", Set.of());
    }
}
