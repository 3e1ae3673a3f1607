package dev.innkeeper.keyaccount.process;

import dev.innkeeper.workflow.ProcessContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the code writes and sends to the processes of key accounts, for the review of diagrams. */
@Configuration(proxyBeanMethods = false)
class KeyAccountContracts {

    @Bean
    ProcessContract keyAccountPipelineContract() {
        var all = KeyAccountVariables.OF_THE_DEAL.all();
        return ProcessContract.of(KeyAccountProcess.KEY)
                .step("registerLead", all)
                .step("qualifyLead", all)
                .step("checkDeal", all)
                .step("decideStatus", all)
                .task(KeyAccountTasks.VERIFY, all)
                .task(KeyAccountTasks.PLAN, all)
                .task(KeyAccountTasks.APPROVE, all)
                .task(KeyAccountTasks.PROPOSE, all)
                .task(KeyAccountTasks.NEGOTIATE, all)
                .task(KeyAccountTasks.CLOSE, all)
                .task(KeyAccountTasks.FOLLOW_UP, all)
                .task(KeyAccountTasks.HAND_OVER, all)
                .sends(
                        KeyAccountProcess.OUTCOME_TOLD,
                        KeyAccountCourse.FOLLOW_UP_NOTED,
                        KeyAccountCourse.DEAL_CHANGED);
    }

    @Bean
    ProcessContract dealUpdateContract() {
        return ProcessContract.of(KeyAccountProcess.UPDATE_KEY);
    }

    @Bean
    ProcessContract dealExpenseContract() {
        var all = ExpenseVariables.OF_THE_EXPENSE.all();
        return ProcessContract.of(ExpenseProcess.KEY)
                .step("auditExpense", all)
                .step("bookExpense", all)
                .task(ExpenseTasks.APPROVE, all);
    }

    @Bean
    ProcessContract dealReviewContract() {
        var all = ReviewVariables.OF_THE_REVIEW.all();
        return ProcessContract.of(ReviewProcess.KEY)
                .given(all)
                .task(ReviewTasks.WRITE, all)
                .task(ReviewTasks.ASK, all)
                .task(ReviewTasks.ACCEPT, all);
    }

    @Bean
    ProcessContract partnerRewardContract() {
        var always = RewardProcess.VARIABLES.always();
        return ProcessContract.of(RewardProcess.KEY)
                .given(always)
                .step(
                        "decideReward",
                        always,
                        RewardProcess.APPROVAL_NEEDED,
                        RewardProcess.APPROVER_GROUP)
                .step(
                        "reviewReward",
                        always,
                        RewardProcess.REWARD_APPROVED,
                        RewardProcess.STANDING,
                        RewardProcess.PAYER_GROUP,
                        RewardProcess.CLAIM_UNTIL)
                .step(
                        "lapseUnclaimed",
                        always,
                        RewardProcess.REWARD_APPROVED,
                        RewardProcess.STANDING)
                .step(
                        "settleCancellation",
                        always,
                        RewardProcess.CLAW_BACK_DUE,
                        RewardProcess.PAYER_GROUP)
                .task(RewardTasks.APPROVE, always, RewardProcess.REWARD_APPROVED)
                .task(
                        RewardTasks.PAY,
                        always,
                        RewardProcess.CLAW_BACK_UNTIL,
                        RewardProcess.PAYER_GROUP)
                .task(RewardTasks.COLLECT, Set.of())
                .sends(
                        RewardProcess.REWARD_CONDITION_MET,
                        RewardProcess.REWARD_CLAIMED,
                        RewardProcess.CONTRACT_CANCELLED);
    }

    @Bean
    ProcessContract partnerEntryContract() {
        return ProcessContract.of(RewardProcess.ENTRY_KEY);
    }
}
