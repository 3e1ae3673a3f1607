package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.Lead;
import dev.innkeeper.keyaccount.LeadTaken;
import dev.innkeeper.keyaccount.Payment;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What staff enter about deals in the start forms of the Tasklist. */
@Component
class DealEntry {

    private enum Update {
        FOLLOW_UP,
        OUTCOME,
        PAYMENT,
        CANCELLATION,
        OWNER
    }

    private final DealDesk desk;
    private final KeyAccountProcess process;
    private final EngineUser engineUser;

    DealEntry(DealDesk desk, KeyAccountProcess process, EngineUser engineUser) {
        this.desk = desk;
        this.process = process;
        this.engineUser = engineUser;
    }

    /** Registers the lead of the form {@code bring-lead}; who hunts deals hunts it. */
    LeadTaken register(DelegateExecution execution) {
        var answered = new Answered(execution::getVariable);
        var by = engineUser.now();
        var volume = answered.amount("yearlyVolume");
        var lead =
                new Lead(
                        null,
                        null,
                        answered.requiredChoice("source", LeadSource.class),
                        answered.textOrNull("partnerId"),
                        answered.textOrNull("customerId"),
                        new Contact(
                                answered.textOrNull("contactName"),
                                answered.textOrNull("company"),
                                answered.textOrNull("phone"),
                                answered.textOrNull("email"),
                                answered.textOrNull("weChat")),
                        answered.text("product"),
                        answered.requiredText("words"),
                        answered.requiredChoice("need", Need.class),
                        answered.isYes("budgetKnown"),
                        answered.isYes("decisionMakerKnown"),
                        volume.isZero() ? null : volume,
                        Money.ZERO,
                        answered.day("expectedCloseOn"),
                        by.isIn(Group.SALES) ? by.userId() : null);
        execution.removeVariables();
        return desk.register(lead, by);
    }

    /** Passes on the news of the form {@code update-deal}. */
    void update(DelegateExecution execution) {
        var answered = new Answered(execution::getVariable);
        var number = new CaseNumber(answered.requiredText("dealNumber"));
        var by = engineUser.now();
        pass(answered, number, by);
        execution.removeVariables();
        execution.setProcessBusinessKey(number.value());
    }

    private void pass(Answered answered, CaseNumber number, Actor by) {
        switch (answered.requiredChoice("update", Update.class)) {
            case FOLLOW_UP -> process.followUp(number, KeyAccountTasks.followUp(answered), by);
            case OUTCOME -> process.decide(number, KeyAccountTasks.outcome(answered), by);
            case PAYMENT ->
                    process.pay(
                            number,
                            new Payment(
                                    answered.requiredText("reference"),
                                    answered.amount("amount"),
                                    null),
                            by);
            case CANCELLATION -> process.cancel(number, answered.requiredText("words"), by);
            case OWNER ->
                    process.assign(
                            number,
                            answered.requiredText("newOwner"),
                            answered.requiredText("words"),
                            by);
        }
    }
}
