package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.keyaccount.process.RewardProcess.APPROVAL_NEEDED;
import static dev.innkeeper.keyaccount.process.RewardProcess.APPROVER_GROUP;
import static dev.innkeeper.keyaccount.process.RewardProcess.CLAIM_UNTIL;
import static dev.innkeeper.keyaccount.process.RewardProcess.CLAW_BACK_DUE;
import static dev.innkeeper.keyaccount.process.RewardProcess.PAYER_GROUP;
import static dev.innkeeper.keyaccount.process.RewardProcess.REWARD_APPROVED;
import static dev.innkeeper.keyaccount.process.RewardProcess.STANDING;
import static dev.innkeeper.keyaccount.process.RewardProcess.VARIABLES;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.RewardDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The service tasks of {@code partner-reward} and {@code partner-entry}, each named after its task.
 * Each asks the desk and hands its answer back to the diagram.
 */
@Component
public class RewardSteps {

    private final RewardDesk desk;
    private final PartnerEntry entry;

    RewardSteps(RewardDesk desk, PartnerEntry entry) {
        this.desk = desk;
        this.entry = entry;
    }

    /** Amount and approver. */
    public void decideReward(DelegateExecution execution) {
        VARIABLES.write(execution, desk.decide(number(execution)), APPROVAL_NEEDED, APPROVER_GROUP);
    }

    /** What is missing now. */
    public void reviewReward(DelegateExecution execution) {
        VARIABLES.write(
                execution,
                desk.review(number(execution)),
                REWARD_APPROVED,
                STANDING,
                PAYER_GROUP,
                CLAIM_UNTIL);
    }

    /** Nobody claimed it in time. */
    public void lapseUnclaimed(DelegateExecution execution) {
        VARIABLES.write(
                execution, desk.lapseUnclaimed(number(execution)), REWARD_APPROVED, STANDING);
    }

    /** What becomes of it now that the contract is cancelled. */
    public void settleCancellation(DelegateExecution execution) {
        VARIABLES.write(
                execution, desk.settleCancellation(number(execution)), CLAW_BACK_DUE, PAYER_GROUP);
    }

    /** Passes on what staff entered in the form of {@code partner-entry}. */
    public void passEntryOn(DelegateExecution execution) {
        entry.pass(execution);
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
