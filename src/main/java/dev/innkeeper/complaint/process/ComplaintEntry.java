package dev.innkeeper.complaint.process;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintDesk;
import dev.innkeeper.complaint.GuestMessage;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.Registered;
import dev.innkeeper.complaint.Regrade;
import dev.innkeeper.complaint.Withdrawal;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What staff enter in the start forms of the Tasklist. */
@Component
class ComplaintEntry {

    private enum Update {
        MESSAGE,
        WITHDRAWAL,
        REGRADE
    }

    private final ComplaintDesk desk;
    private final ComplaintProcess process;
    private final EngineUser engineUser;
    private final ZoneId zone;

    ComplaintEntry(
            ComplaintDesk desk,
            ComplaintProcess process,
            EngineUser engineUser,
            CasefileProperties properties) {
        this.desk = desk;
        this.process = process;
        this.engineUser = engineUser;
        this.zone = properties.zone();
    }

    /** Registers the complaint of the form {@code report-complaint}. */
    Registered register(DelegateExecution execution) {
        var answered = new Answered(execution::getVariable);
        var intake =
                Intake.said(
                                answered.requiredChoice("channel", Channel.class),
                                answered.requiredText("text"))
                        .kind(answered.requiredChoice("kind", Kind.class))
                        .contact(
                                new Contact(
                                        answered.textOrNull("guestName"),
                                        answered.textOrNull("company"),
                                        answered.textOrNull("phone"),
                                        answered.textOrNull("email"),
                                        answered.textOrNull("weChat")))
                        .reference(answered.textOrNull("reference"))
                        .inHouse(answered.isYes("inHouse"))
                        .checkOutAt(answered.moment("checkOutAt", zone))
                        .category(answered.choice("category", Category.class))
                        .harm(answered.choice("harm", Harm.class))
                        .remedySought(answered.textOrNull("remedySought"))
                        .amountInDispute(answered.amount("amountInDispute"))
                        .publiclyVisible(answered.isYes("publiclyVisible"))
                        .build();
        dropWhatWasSent(execution);
        var registered = desk.register(intake, engineUser.now());
        process.tellEarlierOf(registered);
        return registered;
    }

    /** Passes on the news of the form {@code update-complaint}. */
    void update(DelegateExecution execution) {
        var answered = new Answered(execution::getVariable);
        var number = new CaseNumber(answered.requiredText("complaintNumber"));
        var update = answered.requiredChoice("update", Update.class);
        var text = answered.requiredText("text");
        var by = engineUser.now();
        switch (update) {
            case MESSAGE ->
                    process.guestMessage(
                            number,
                            new GuestMessage(
                                    answered.requiredChoice("channel", Channel.class), text),
                            by);
            case WITHDRAWAL -> process.withdraw(number, new Withdrawal(text), by);
            case REGRADE ->
                    process.regrade(
                            number,
                            new Regrade(answered.requiredChoice("severity", Severity.class), text),
                            by);
        }
        dropWhatWasSent(execution);
        execution.setProcessBusinessKey(number.value());
    }

    /**
     * Forgets every variable that came with the start: the answers are in the case file now, and
     * what a gateway reads comes from there.
     */
    void dropWhatWasSent(DelegateExecution execution) {
        execution.removeVariables();
    }

    /**
     * The number by which a process was started.
     *
     * @throws Refusal where somebody made the business key up
     */
    static CaseNumber numberOf(DelegateExecution execution) {
        try {
            return new CaseNumber(execution.getProcessBusinessKey());
        } catch (Refusal e) {
            throw Refusal.invalid(
                    "businessKey",
                    "The business key is given by the service. | 业务键由系统分配。",
                    "Leave it empty when you report a complaint. | 登记投诉时请留空。");
        }
    }
}
