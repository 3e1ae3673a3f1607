package dev.innkeeper.creditreview.process;

import dev.innkeeper.workflow.ProcessContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the code writes and sends to the processes of credit reviews and dunning, for the review of
 * diagrams.
 */
@Configuration(proxyBeanMethods = false)
class CreditContracts {

    @Bean
    ProcessContract creditReviewContract() {
        var always = CreditReviewProcess.VARIABLES.always();
        return ProcessContract.of(CreditReviewProcess.KEY)
                .step("registerReview", always, CreditReviewProcess.JOINED_OPEN_REVIEW)
                .step(
                        "decideApproval",
                        always,
                        CreditReviewProcess.APPROVAL_NEEDED,
                        CreditReviewProcess.APPROVER_GROUP)
                .step(
                        "tellDepartments",
                        always,
                        CreditReviewProcess.OVERDUE,
                        CreditReviewProcess.CUT)
                .task(CreditReviewTasks.ASSESS_COMPANY, Set.of())
                .task(CreditReviewTasks.ASSESS_FINANCES, Set.of())
                .task(CreditReviewTasks.APPROVE, always, CreditReviewProcess.VERDICT)
                .task(CreditReviewTasks.INFORM, Set.of())
                .sends(CreditReviewProcess.REVIEW_WITHDRAWN);
    }

    @Bean
    ProcessContract dunningContract() {
        var always = DunningProcess.VARIABLES.always();
        return ProcessContract.of(DunningProcess.KEY)
                .given(always)
                .step(
                        "checkDebt",
                        always,
                        DunningProcess.TAKEN_BY,
                        DunningProcess.STANDING,
                        DunningProcess.TASK,
                        DunningProcess.TASK_DUE_AT,
                        DunningProcess.NEXT_CHECK_AT)
                .task(
                        DunningTasks.CALL,
                        always,
                        DunningProcess.HANDED_OVER,
                        DunningProcess.NEXT_CHECK_AT)
                .task(
                        DunningTasks.LETTER,
                        always,
                        DunningProcess.HANDED_OVER,
                        DunningProcess.NEXT_CHECK_AT)
                .task(
                        DunningTasks.TAKE_OVER,
                        always,
                        DunningProcess.HANDED_OVER,
                        DunningProcess.NEXT_CHECK_AT)
                .sends(DunningProcess.DUNNING_CHANGED, DunningProcess.DUNNING_WITHDRAWN);
    }
}
