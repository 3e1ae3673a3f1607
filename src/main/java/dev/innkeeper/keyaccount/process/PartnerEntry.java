package dev.innkeeper.keyaccount.process;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.NewPartner;
import dev.innkeeper.keyaccount.NewRegistration;
import dev.innkeeper.keyaccount.PartnerDesk;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What staff enter of partners in the start form of the Tasklist. */
@Component
class PartnerEntry {

    /** What is entered. */
    enum Entry {
        PARTNER,
        PROSPECT,
        CLAIM
    }

    private final PartnerDesk partners;
    private final RewardProcess rewards;
    private final EngineUser engineUser;
    private final ZoneId zone;

    PartnerEntry(
            PartnerDesk partners,
            RewardProcess rewards,
            EngineUser engineUser,
            CasefileProperties properties) {
        this.partners = partners;
        this.rewards = rewards;
        this.engineUser = engineUser;
        this.zone = properties.zone();
    }

    /** Passes on the form {@code enter-partner}; the answers are not kept with the engine. */
    void pass(DelegateExecution execution) {
        var answered = new Answered(execution::getVariable);
        var by = engineUser.now();
        var about =
                switch (answered.requiredChoice("entry", Entry.class)) {
                    case PARTNER -> partner(answered, by);
                    case PROSPECT ->
                            prospect(
                                    partners.find(answered.requiredText("partner")).id(),
                                    answered,
                                    by);
                    case CLAIM -> claim(answered, by);
                };
        execution.removeVariables();
        execution.setProcessBusinessKey(about);
    }

    private String partner(Answered answered, Actor by) {
        var id =
                partners.register(
                                new NewPartner(
                                        answered.requiredChoice("kind", PartnerKind.class),
                                        answered.requiredText("name"),
                                        new Contact(
                                                answered.textOrNull("contactPerson"),
                                                null,
                                                answered.textOrNull("phone"),
                                                answered.textOrNull("email"),
                                                answered.textOrNull("weChat")),
                                        answered.text("payTo"),
                                        answered.isYes("ourEmployee"),
                                        answered.isYes("customersEmployee"),
                                        answered.text("employeeWords"),
                                        answered.text("note")),
                                by)
                        .id();
        return answered.isYes("namesProspect") ? prospect(id, answered, by) : id;
    }

    private String prospect(String partner, Answered answered, Actor by) {
        partners.register(
                partner,
                new NewRegistration(
                        answered.textOrNull("customerId"),
                        new Contact(
                                answered.textOrNull("prospectName"),
                                answered.textOrNull("prospectCompany"),
                                answered.textOrNull("prospectPhone"),
                                answered.textOrNull("prospectEmail"),
                                answered.textOrNull("prospectWeChat")),
                        answered.moment("at", zone),
                        answered.text("proof"),
                        answered.text("proofDocument"),
                        answered.requiredText("project")),
                by);
        return partner;
    }

    private String claim(Answered answered, Actor by) {
        var number = new CaseNumber(answered.requiredText("rewardNumber"));
        rewards.claim(number, answered.text("words"), by);
        return number.value();
    }
}
