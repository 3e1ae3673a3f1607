package dev.innkeeper.complaint;

import dev.innkeeper.casefile.ClockBook;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.facts.BookedEvent;
import dev.innkeeper.complaint.facts.CaseStanding;
import dev.innkeeper.complaint.facts.ClockReading;
import dev.innkeeper.complaint.facts.Compensation;
import dev.innkeeper.complaint.facts.ComplaintClock;
import dev.innkeeper.complaint.facts.ComplaintText;
import dev.innkeeper.complaint.facts.CorrectiveActionNeed;
import dev.innkeeper.complaint.facts.Deadlines;
import dev.innkeeper.complaint.facts.Escalation;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.InvestigatedComplaint;
import dev.innkeeper.complaint.facts.KnownCustomer;
import dev.innkeeper.complaint.facts.Link;
import dev.innkeeper.complaint.facts.NewComplaint;
import dev.innkeeper.complaint.facts.ProposedCompensation;
import dev.innkeeper.complaint.facts.RecentComplaint;
import dev.innkeeper.complaint.facts.Reopening;
import dev.innkeeper.complaint.facts.ReportedComplaint;
import dev.innkeeper.complaint.facts.Stay;
import dev.innkeeper.complaint.facts.Triage;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the questions about complaints to the rules, with facts from the tables. */
@Component
class ComplaintJudgements {

    private static final long MILLIS_OF_A_MINUTE = Duration.ofMinutes(1).toMillis();

    private final Decisions decisions;
    private final ComplaintFacts facts;
    private final CustomerDesk customers;

    ComplaintJudgements(Decisions decisions, ComplaintFacts facts, CustomerDesk customers) {
        this.decisions = decisions;
        this.facts = facts;
        this.customers = customers;
    }

    Decided<Triage> triage(CaseNumber number, String text) {
        return decisions.decide(
                ComplaintDecisions.TRIAGE, Facts.of(new ComplaintText(text)), number.value());
    }

    /** Whether it joins an earlier case; empty where the customer has none that it could join. */
    Optional<Decided<Link>> link(Complaint complaint) {
        String customerId = complaint.report().customerId();
        if (customerId == null) {
            return Optional.empty();
        }
        List<RecentComplaint> recent =
                facts.recentComplaints(customerId, complaint.report().receivedAt());
        if (recent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                decisions.decide(
                        ComplaintDecisions.LINKING,
                        Facts.of(new NewComplaint(complaint.about().category())).and(recent),
                        complaint.number().value()));
    }

    Decided<Grade> grade(Complaint complaint) {
        Report report = complaint.report();
        Triage about = complaint.about();
        List<Record> known = new ArrayList<>();
        known.add(
                new ReportedComplaint(
                        report.kind(),
                        report.channel(),
                        about.category(),
                        about.harm(),
                        report.publiclyVisible(),
                        about.lawyerOrPressNamed(),
                        report.remedySought() != null,
                        report.amountInDispute().amount()));
        String customerId = report.customerId();
        if (customerId != null) {
            known.add(customer(customerId));
            known.addAll(
                    facts.earlierComplaints(customerId, complaint.number(), report.receivedAt()));
        }
        Instant received = report.receivedAt();
        if (report.eventStart() != null && report.eventEnd() != null) {
            known.add(
                    new BookedEvent(
                            fullMinutes(report.eventStart(), received),
                            begunMinutes(received, report.eventEnd())));
        }
        if (report.checkOutAt() != null) {
            known.add(new Stay(report.inHouse(), begunMinutes(received, report.checkOutAt())));
        }
        return decisions.decide(
                ComplaintDecisions.GRADING, new Facts(known), complaint.number().value());
    }

    Decided<Deadlines> deadlines(CaseNumber number, Grade grade) {
        return decisions.decide(ComplaintDecisions.DEADLINES, Facts.of(grade), number.value());
    }

    Decided<Escalation> escalation(
            Complaint complaint, ClockBook clocks, Instant now, Optional<Reopening> reopening) {
        List<Record> known = new ArrayList<>();
        known.add(new CaseStanding(complaint.severity(), complaint.level(), complaint.owner()));
        for (ClockBook.Reading reading : clocks.readings(now)) {
            known.add(
                    new ClockReading(
                            ComplaintClock.valueOf(reading.clock()),
                            reading.percentElapsed(),
                            reading.percentAtLastCheck()));
        }
        reopening.ifPresent(known::add);
        return decisions.decide(
                ComplaintDecisions.ESCALATION, new Facts(known), complaint.number().value());
    }

    /**
     * What may be given.
     *
     * @param total all that the guest would have been given in this case
     */
    Decided<Compensation> compensation(
            Complaint complaint, Finding finding, Money total, Instant now) {
        List<Record> known = new ArrayList<>();
        known.add(investigated(complaint, finding));
        known.add(new ProposedCompensation(total.amount()));
        String customerId = complaint.report().customerId();
        if (customerId != null) {
            known.add(customer(customerId));
            known.addAll(facts.earlierCompensations(customerId, now));
        }
        return decisions.decide(
                ComplaintDecisions.COMPENSATION, new Facts(known), complaint.number().value());
    }

    Decided<CorrectiveActionNeed> correctiveAction(
            Complaint complaint, Finding finding, String rootCause, Instant now) {
        return decisions.decide(
                ComplaintDecisions.CORRECTIVE_ACTION,
                Facts.of(investigated(complaint, finding))
                        .and(facts.sameCauses(rootCause, complaint.number(), now)),
                complaint.number().value());
    }

    private KnownCustomer customer(String id) {
        return new KnownCustomer(customers.read(id).tier());
    }

    private static InvestigatedComplaint investigated(Complaint complaint, Finding finding) {
        return new InvestigatedComplaint(
                complaint.severity(), finding, complaint.report().amountInDispute().amount());
    }

    private static long fullMinutes(Instant from, Instant to) {
        return Math.floorDiv(Duration.between(from, to).toMillis(), MILLIS_OF_A_MINUTE);
    }

    private static long begunMinutes(Instant from, Instant to) {
        return -Math.floorDiv(-Duration.between(from, to).toMillis(), MILLIS_OF_A_MINUTE);
    }
}
