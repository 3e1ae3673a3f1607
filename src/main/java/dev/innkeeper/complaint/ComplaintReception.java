package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.Link;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.decision.Decided;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receives complaints. */
@Component
class ComplaintReception {

    static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_EXTERNAL_ID = 200;
    private static final int LONGEST_REFERENCE = 100;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final ComplaintFiles files;
    private final ComplaintJudgements judgements;
    private final ComplaintAssessment assessment;
    private final CustomerDesk customers;
    private final Complaints complaints;
    private final CaseNumbers numbers;
    private final CaseLinks links;
    private final Clock clock;

    ComplaintReception(
            ComplaintFiles files,
            ComplaintJudgements judgements,
            ComplaintAssessment assessment,
            CustomerDesk customers,
            Complaints complaints,
            CaseNumbers numbers,
            CaseLinks links,
            Clock clock) {
        this.files = files;
        this.judgements = judgements;
        this.assessment = assessment;
        this.customers = customers;
        this.complaints = complaints;
        this.numbers = numbers;
        this.links = links;
        this.clock = clock;
    }

    Registered register(Intake intake, Actor by) {
        by.refuseAuditor();
        Instant now = clock.instant();
        Report report = checked(intake, by, now);
        if (report.externalId() != null
                && complaints.numberOf(by.userId(), report.externalId()).isPresent()) {
            throw ComplaintFiles.repeated(report.externalId());
        }
        CaseNumber number = numbers.next(CaseNumbers.Kind.COMPLAINT);
        Complaint complaint =
                Complaint.received(
                        number,
                        report,
                        intake.category(),
                        intake.dimension(),
                        intake.harm(),
                        intake.lawyerOrPressNamed());
        ComplaintFile file = files.create(complaint, now, by);
        file.note("COMPLAINT_RECEIVED", Phrase.both("Complaint received", "收到投诉"), "");
        if (complaint.isTriageMissing()) {
            var triage = judgements.triage(number, report.text());
            complaint.fillIn(triage.result());
            file.judged(
                    "COMPLAINT_TRIAGED",
                    Phrase.both("Triage filled in what was not said", "系统初步分类"),
                    triage);
        }
        if (report.customerId() != null) {
            customers.complaintReceived(report.customerId(), report.receivedAt());
        }
        Optional<Decided<Link>> link =
                judgements.link(complaint).filter(decided -> decided.result().linked());
        if (link.isPresent()) {
            return join(file, link.get());
        }
        file.publish(new ComplaintRegistered(number, report.channel(), false));
        files.save(file);
        return new Registered(number, null, false);
    }

    private Registered join(ComplaintFile file, Decided<Link> link) {
        Complaint complaint = file.complaint();
        CaseNumber number = complaint.number();
        CaseNumber first = new CaseNumber(link.result().number());
        Decided<Grade> grade = judgements.grade(complaint);
        complaint.link(first, grade.result());
        if (complaint.report().customerId() != null) {
            customers.complaintOver(complaint.report().customerId(), null);
        }
        file.judged(
                "COMPLAINT_LINKED", Phrase.both("Handled in " + first, "并入" + first + "处理"), link);
        file.publish(new ComplaintRegistered(number, complaint.report().channel(), true));
        files.save(file);
        links.add(number, CaseLink.Kind.HANDLED_IN, first, file.now());

        ComplaintFile earlier = files.open(first, Actor.SYSTEM);
        earlier.judged(
                "COMPLAINT_JOINED",
                Phrase.both("The guest complained again: " + number, "客人再次投诉：" + number),
                link);
        earlier.tell(
                "complaint.linked",
                Map.of("other", number.value()),
                Set.of(earlier.complaint().owner()));
        boolean graver =
                earlier.complaint().isHandled()
                        && grade.result().severity().compareTo(earlier.complaint().severity()) < 0;
        if (graver) {
            assessment.regradeByRules(
                    earlier,
                    grade.result().severity(),
                    Phrase.both(
                            "The complaint linked to it is graver: " + number,
                            "并入的投诉更严重：" + number),
                    grade);
            files.save(earlier);
        } else {
            files.log(earlier);
        }
        return new Registered(number, first, graver);
    }

    private Report checked(Intake intake, Actor by, Instant now) {
        Instant received = intake.receivedAt() == null ? now : intake.receivedAt();
        if (received.isAfter(now.plus(CLOCKS_DIFFER)) || received.isBefore(EARLIEST)) {
            throw Refusal.invalid(
                    "receivedAt",
                    "The complaint cannot have been received then. | 投诉不可能在该时间收到。",
                    "Give a date from 2000 on that is not in the future, or leave it out. |"
                            + " 请填写2000年以后且不晚于现在的日期，或留空。");
        }
        checkDate("eventStart", intake.eventStart());
        checkDate("eventEnd", intake.eventEnd());
        checkDate("checkOutAt", intake.checkOutAt());
        if (intake.eventStart() != null
                && intake.eventEnd() != null
                && intake.eventEnd().isBefore(intake.eventStart())) {
            throw Refusal.invalid(
                    "eventEnd",
                    "The event ends before it begins. | 活动结束早于开始。",
                    "Give an end after the beginning. | 请填写晚于开始的结束时间。");
        }
        String text = Texts.required("text", intake.text(), LONGEST_TEXT);
        Contact contact = CustomerDesk.checked(intake.contact());
        return new Report(
                Texts.orNull("externalId", intake.externalId(), LONGEST_EXTERNAL_ID),
                by.userId(),
                now,
                intake.kind(),
                intake.channel(),
                received,
                contact,
                Texts.orNull("reference", intake.reference(), LONGEST_REFERENCE),
                intake.eventStart(),
                intake.eventEnd(),
                intake.inHouse(),
                intake.checkOutAt(),
                text,
                Texts.orNull("remedySought", intake.remedySought(), LONGEST_WORDS),
                intake.amountInDispute(),
                intake.publiclyVisible(),
                customer(intake.customerId(), contact, by));
    }

    private @Nullable String customer(@Nullable String id, Contact contact, Actor by) {
        if (id != null) {
            return customers.read(id).id();
        }
        return customers.recognise(contact, by).orElse(null);
    }

    private static void checkDate(String field, @Nullable Instant date) {
        if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
            throw Refusal.invalid(
                    field,
                    "The date is too far away to be meant. | 日期过于久远。",
                    "Give a date from 2000 to 2099, or leave it out. | 请填写2000年至2099年之间的日期，或留空。");
        }
    }
}
