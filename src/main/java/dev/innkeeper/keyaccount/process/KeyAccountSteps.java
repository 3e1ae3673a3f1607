package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.DealDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The service tasks of {@code key-account-pipeline} and {@code deal-update}, each named after its
 * task. Each asks the desk and hands its answer back to the diagram.
 */
@Component
public class KeyAccountSteps {

    private final DealDesk desk;
    private final KeyAccountCourse course;
    private final DealEntry entry;
    private final ReviewProcess reviews;
    private final RewardProcess rewards;

    KeyAccountSteps(
            DealDesk desk,
            KeyAccountCourse course,
            DealEntry entry,
            ReviewProcess reviews,
            RewardProcess rewards) {
        this.desk = desk;
        this.course = course;
        this.entry = entry;
        this.reviews = reviews;
        this.rewards = rewards;
    }

    /**
     * Registers what staff entered with the start form, and makes its number the business key. A
     * process that has a number already was registered before, in the same transaction.
     */
    public void registerLead(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            execution.setProcessBusinessKey(entry.register(execution).number().value());
        } else {
            execution.removeVariables();
        }
        course.follow(execution.getProcessInstanceId(), desk.progress(number(execution)));
    }

    /** The rules say what the lead is worth. */
    public void qualifyLead(DelegateExecution execution) {
        course.follow(execution.getProcessInstanceId(), desk.qualify(number(execution)));
    }

    /** Were follow-ups missed, does it stand still? */
    public void checkDeal(DelegateExecution execution) {
        course.followFromTheWatch(execution.getProcessInstanceId(), desk.check(number(execution)));
    }

    /** Starts the review of how the deal ended. */
    public void openReview(DelegateExecution execution) {
        reviews.open(number(execution));
    }

    /** Is the customer a key account? */
    public void decideStatus(DelegateExecution execution) {
        course.follow(execution.getProcessInstanceId(), desk.decideStatus(number(execution)));
    }

    /** Starts the reward of each partner of the deal. */
    public void openRewards(DelegateExecution execution) {
        rewards.open(number(execution));
    }

    /** Passes on what staff entered in the form of {@code deal-update}. */
    public void passDealUpdateOn(DelegateExecution execution) {
        entry.update(execution);
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
