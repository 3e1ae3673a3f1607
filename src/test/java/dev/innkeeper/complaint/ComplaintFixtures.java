package dev.innkeeper.complaint;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import java.util.List;
import java.util.Set;

/** Guests, people of the house and complaints for tests. */
final class ComplaintFixtures {

    static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));
    static final Actor ROOMS = new Actor("rooms1", Set.of(Group.ROOMS_SERVICE));
    static final Actor CALL_CENTRE = new Actor("callcentre1", Set.of(Group.CALL_CENTRE));
    static final Actor SUPERVISOR = new Actor("supervisor1", Set.of(Group.SUPERVISOR));
    static final Actor MANAGER = new Actor("manager1", Set.of(Group.CUSTOMER_SERVICE_MANAGER));
    static final Actor QUALITY = new Actor("quality1", Set.of(Group.QUALITY));
    static final Actor AUDITOR = new Actor("auditor1", Set.of(Group.AUDITOR));

    static final Contact LI_WEI = new Contact("李伟", null, "138 0013 8000", null, null);
    static final Contact ANNA = new Contact("Anna", null, null, "anna@example.com", null);

    private ComplaintFixtures() {}

    /** An S3 complaint about noise, of which nothing is left to triage. */
    static Intake.Builder noise() {
        return about(Category.NOISE, Harm.INCONVENIENCE);
    }

    /** A complaint of which nothing is left to triage. */
    static Intake.Builder about(Category category, Harm harm) {
        return Intake.said(Channel.LOBBY, "The room next door was loud all night.")
                .category(category)
                .dimension(ServqualDimension.RELIABILITY)
                .harm(harm)
                .lawyerOrPressNamed(false);
    }

    static Investigation.Found found(Finding finding, Set<RemedyKind> kinds, long yuan) {
        return new Investigation.Found(
                finding,
                "The neighbours had a party.",
                "NOISE_GUESTS",
                "",
                Group.ROOMS_SERVICE,
                new ProposedRemedy(kinds, Money.of(yuan), "An apology and a voucher"));
    }

    static Investigation.Found justified(long yuan) {
        return found(
                Finding.JUSTIFIED,
                yuan == 0 ? Set.of(RemedyKind.APOLOGY) : Set.of(RemedyKind.COUPON),
                yuan);
    }

    /** A complaint's life in steps, each one operation. */
    record Life(ComplaintDesk desk, CaseNumber number) {

        static Life of(ComplaintDesk desk, Intake.Builder intake) {
            CaseNumber number = desk.register(intake.build(), PMS).number();
            desk.grade(number);
            return new Life(desk, number);
        }

        Life acknowledged() {
            desk.acknowledge(number, new Acknowledgement("We are very sorry."), ROOMS);
            return this;
        }

        Life investigated(long yuan) {
            desk.investigate(number, justified(yuan), ROOMS);
            desk.decideCompensation(number);
            return this;
        }

        Life replied() {
            desk.replyToGuest(number, new Reply("We moved you to a quiet room.", true, ""), ROOMS);
            return this;
        }

        Progress refused() {
            desk.replyToGuest(
                    number, new Reply("Here is a voucher.", false, "I want a refund"), ROOMS);
            return desk.reopen(number);
        }

        Progress unsatisfied() {
            desk.callBack(number, new Callback(true, false, List.of(), ""), CALL_CENTRE);
            return desk.reopen(number);
        }

        Life answered() {
            return acknowledged().investigated(0).replied();
        }
    }
}
