package dev.innkeeper.complaint;

import dev.innkeeper.casefile.DocumentView;
import dev.innkeeper.casefile.Documents;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.complaint.facts.ComplaintClock;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.customer.CustomerDesk;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every operation on complaints. Each is one transaction (or joins the caller's), validates what it
 * is given, refuses what the state or four eyes forbid with a {@link Refusal}, and writes the time
 * line.
 */
@Service
@Transactional
public class ComplaintDesk {

    private static final int LONGEST_WORDS = 4_000;
    private static final String RESOLVE = ComplaintClock.RESOLVE.name();
    private static final String ACKNOWLEDGE = ComplaintClock.ACKNOWLEDGE.name();

    private final ComplaintFiles files;
    private final ComplaintReception reception;
    private final ComplaintAssessment assessment;
    private final ComplaintRemedies remedies;
    private final ComplaintRecords records;
    private final ComplaintViews views;
    private final Complaints complaints;
    private final CustomerDesk customers;
    private final Documents documents;

    ComplaintDesk(
            ComplaintFiles files,
            ComplaintReception reception,
            ComplaintAssessment assessment,
            ComplaintRemedies remedies,
            ComplaintRecords records,
            ComplaintViews views,
            Complaints complaints,
            CustomerDesk customers,
            Documents documents) {
        this.files = files;
        this.reception = reception;
        this.assessment = assessment;
        this.remedies = remedies;
        this.records = records;
        this.views = views;
        this.complaints = complaints;
        this.customers = customers;
        this.documents = documents;
    }

    /**
     * Receives a complaint: finds or enters the customer, fills in by triage what was not said, and
     * joins an earlier complaint where rules say so.
     *
     * @throws Refusal NOT_NOW where the caller has given the external id before
     */
    public Registered register(Intake intake, Actor by) {
        return reception.register(intake, by);
    }

    /** The complaint that this caller gave the external id. */
    @Transactional(readOnly = true)
    public Optional<CaseNumber> findByExternalId(String externalId, Actor by) {
        return complaints.numberOf(by.userId(), externalId.strip()).map(CaseNumber::new);
    }

    /**
     * Severity and department, then deadlines; the clocks start when the complaint was received.
     */
    public Progress grade(CaseNumber number) {
        ComplaintFile file = files.open(number, Actor.SYSTEM);
        assessment.grade(file);
        return files.save(file);
    }

    /** A person confirms or corrects triage; a correction is graded again. */
    public Progress correctTriage(CaseNumber number, TriageCorrection correction, Actor by) {
        ComplaintFile file = files.open(number, by);
        assessment.correctTriage(file, correction);
        return files.save(file);
    }

    /** The guest is thanked and an apology made: the acknowledge clock is met. */
    public Progress acknowledge(CaseNumber number, Acknowledgement acknowledgement, Actor by) {
        String words = Texts.optional("words", acknowledgement.words(), LONGEST_WORDS);
        ComplaintFile file = files.open(number, by);
        file.complaint().acknowledge();
        String what = Phrase.both("Acknowledged, with an apology", "已受理并致歉");
        file.clocks().meet(ACKNOWLEDGE, file.now(), by, what);
        file.note("COMPLAINT_ACKNOWLEDGED", what, words);
        return files.save(file);
    }

    /**
     * The investigation asks the guest, or brings its finding and the proposed remedy.
     *
     * @throws Refusal REFUSED where the rules do not allow the remedy
     */
    public Progress investigate(CaseNumber number, Investigation investigation, Actor by) {
        ComplaintFile file = files.open(number, by);
        if (investigation instanceof Investigation.WaitingForGuest waiting) {
            String question = Texts.required("question", waiting.question(), LONGEST_WORDS);
            file.complaint().waitForGuest(file.now());
            String what = Phrase.both("Waiting for the guest", "等待客人答复");
            file.clocks().pause(RESOLVE, file.now(), by, what);
            file.note("WAITING_FOR_GUEST", what, question);
        } else if (investigation instanceof Investigation.Found found) {
            remedies.found(file, found);
        }
        return files.save(file);
    }

    /** The guest answered, or the time to wait is over. */
    public Progress resumeInvestigation(CaseNumber number) {
        ComplaintFile file = files.open(number, Actor.SYSTEM);
        Instant until = file.complaint().waitForGuestUntil();
        file.complaint().resume();
        String what =
                until != null && !file.now().isBefore(until)
                        ? Phrase.both("The guest did not answer in time", "客人未在期限内答复")
                        : Phrase.both("The guest answered", "客人已答复");
        file.clocks().resume(RESOLVE, file.now(), Actor.SYSTEM, what);
        file.note("INVESTIGATION_RESUMED", what, "");
        file.tell("complaint.resumed", Map.of("reason", what), owners(file.complaint()));
        return files.save(file);
    }

    /**
     * Ceiling, kinds and approver of the proposed compensation; and whether the cause is to be
     * removed.
     */
    public Progress decideCompensation(CaseNumber number) {
        ComplaintFile file = files.open(number, Actor.SYSTEM);
        remedies.decide(file);
        return files.save(file);
    }

    /**
     * Approves or rejects the compensation.
     *
     * @throws Refusal FORBIDDEN for the person who proposed it, and for others than the approvers
     */
    public Progress approveCompensation(CaseNumber number, Approval approval, Actor by) {
        ComplaintFile file = files.open(number, by);
        remedies.approve(file, approval);
        return files.save(file);
    }

    /** The remedy is carried out and the guest told: the resolve clock is met, unless refused. */
    public Progress replyToGuest(CaseNumber number, Reply reply, Actor by) {
        String words = Texts.required("words", reply.words(), LONGEST_WORDS);
        String refusal =
                reply.remedyAccepted()
                        ? ""
                        : Texts.required("refusalReason", reply.refusalReason(), LONGEST_WORDS);
        ComplaintFile file = files.open(number, by);
        file.complaint().reply(reply.remedyAccepted(), file.now());
        remedies.answered(file, reply.remedyAccepted(), refusal);
        if (reply.remedyAccepted()) {
            String what = Phrase.both("Remedy carried out and guest told", "已补救并答复客人");
            file.clocks().meet(RESOLVE, file.now(), by, what);
            file.note("GUEST_ANSWERED", what, words);
        } else {
            file.note("GUEST_ANSWERED", Phrase.both("Guest told", "已答复客人"), words);
            file.note(
                    "REMEDY_REFUSED",
                    Phrase.both("The guest refused the remedy", "客人拒绝补救方案"),
                    refusal);
        }
        return files.save(file);
    }

    /** The guest is called. */
    public Progress callBack(CaseNumber number, Callback callback, Actor by) {
        String words = Texts.optional("words", callback.words(), LONGEST_WORDS);
        checkScores(callback);
        ComplaintFile file = files.open(number, by);
        CallbackOutcome outcome =
                file.complaint().calledBack(callback.reached(), callback.satisfied(), file.now());
        records.addCallback(
                number,
                file.now(),
                by.userId(),
                file.complaint().callbackAttempts(),
                outcome,
                new Callback(callback.reached(), callback.satisfied(), callback.scores(), words));
        file.note("GUEST_CALLED", called(outcome), words);
        return files.save(file);
    }

    /** Back to the investigation, one level higher, after a refusal or an unsatisfied callback. */
    public Progress reopen(CaseNumber number) {
        ComplaintFile file = files.open(number, Actor.SYSTEM);
        assessment.reopen(file);
        return files.save(file);
    }

    /** Closes and archives; the customer's file and the departments concerned are told. */
    public Progress close(CaseNumber number) {
        ComplaintFile file = files.open(number, Actor.SYSTEM);
        Complaint complaint = file.complaint();
        complaint.close(file.now());
        boolean reached = complaint.callbackOutcome() == CallbackOutcome.SATISFIED;
        String what =
                reached
                        ? Phrase.both("Closed, the guest is satisfied", "结案，客人满意")
                        : Phrase.both("Closed, the guest was not reached", "结案，未能联系到客人");
        file.clocks().stopAll(file.now(), Actor.SYSTEM, what);
        file.note("COMPLAINT_CLOSED", what, "");
        tellCustomerFile(complaint, reached ? Boolean.TRUE : null);
        Set<Group> told = owners(complaint);
        told.add(Group.CUSTOMER_INFORMATION);
        records.lastFinding(number).map(FindingView::answerable).ifPresent(told::add);
        file.tell("complaint.closed", Map.of("reason", what), told);
        file.publish(closed(complaint, reached));
        return files.save(file);
    }

    /** Decides escalation with the clocks as they are now, and applies it. */
    public Progress escalate(CaseNumber number) {
        ComplaintFile file = files.open(number, Actor.SYSTEM);
        if (!file.complaint().isHandled()) {
            return file.complaint().progress();
        }
        assessment.escalate(file, Optional.empty());
        return files.save(file);
    }

    /**
     * Notes a message from the guest and tells the handler. It does not resume a waiting
     * investigation by itself.
     */
    public Progress guestMessage(CaseNumber number, GuestMessage message, Actor by) {
        String text = Texts.required("text", message.text(), ComplaintReception.LONGEST_TEXT);
        ComplaintFile file = files.open(number, by);
        Complaint complaint = file.complaint();
        if (complaint.status() == ComplaintStatus.LINKED) {
            throw Refusal.notNow(
                    "Complaint %1$s is handled in %2$s. | 投诉%1$s并入%2$s处理。"
                            .formatted(number, complaint.view().linkedTo()),
                    "Send the message to that complaint. | 请将消息发送至该投诉。");
        }
        records.addMessage(
                number, file.now(), by.userId(), new GuestMessage(message.channel(), text));
        file.note(
                "GUEST_WROTE",
                Phrase.both(
                        "Message from the guest by "
                                + message.channel().english().toLowerCase(Locale.ROOT),
                        "客人来信（" + message.channel().chinese() + "）"),
                text);
        if (complaint.status() != ComplaintStatus.RECEIVED) {
            file.tell("complaint.message", Map.of(), owners(complaint));
        }
        files.log(file);
        return complaint.progress();
    }

    /** The guest takes the complaint back: the case ends. */
    public Progress withdraw(CaseNumber number, Withdrawal withdrawal, Actor by) {
        String reason = Texts.required("reason", withdrawal.reason(), LONGEST_WORDS);
        ComplaintFile file = files.open(number, by);
        Complaint complaint = file.complaint();
        boolean handled = complaint.isHandled();
        complaint.withdraw(file.now());
        String what = Phrase.both("Withdrawn by the guest", "客人撤回投诉");
        file.clocks().stopAll(file.now(), by, what);
        remedies.drop(file, what);
        file.note("COMPLAINT_WITHDRAWN", what, reason);
        tellCustomerFile(complaint, null);
        if (handled) {
            file.tell("complaint.withdrawn", Map.of("reason", reason), owners(complaint));
            file.publish(closed(complaint, false));
        }
        return files.save(file);
    }

    /**
     * A manager sets another severity: deadlines and clocks follow.
     *
     * @throws Refusal FORBIDDEN for anybody else
     */
    public Progress regrade(CaseNumber number, Regrade regrade, Actor by) {
        String reason = Texts.required("reason", regrade.reason(), LONGEST_WORDS);
        ComplaintFile file = files.open(number, by);
        assessment.regradeByPerson(file, regrade.severity(), reason);
        return files.save(file);
    }

    /** A person's comment on the time line. */
    public void comment(CaseNumber number, String text, Actor by) {
        String words = Texts.required("text", text, LONGEST_WORDS);
        ComplaintFile file = files.open(number, by);
        file.note("COMMENTED", Phrase.both("Comment", "备注"), words);
        files.log(file);
    }

    /** Stores a document with the complaint. */
    public DocumentView attach(CaseNumber number, String name, byte[] content, Actor by) {
        ComplaintFile file = files.open(number, by);
        DocumentView document = documents.store(number, name, content, by);
        file.note("DOCUMENT_ADDED", Phrase.both("Document added", "添加附件"), document.name());
        files.log(file);
        return document;
    }

    /** The answers and dates now. */
    @Transactional(readOnly = true)
    public Progress progress(CaseNumber number) {
        return files.read(number).progress();
    }

    /** All that is known of it. */
    @Transactional(readOnly = true)
    public TaskView view(CaseNumber number) {
        return views.of(files.read(number));
    }

    /** How it stands, without its history. */
    @Transactional(readOnly = true)
    public ComplaintState state(CaseNumber number) {
        Complaint complaint = files.read(number);
        return new ComplaintState(complaint.view(), complaint.progress());
    }

    private void tellCustomerFile(Complaint complaint, @Nullable Boolean satisfied) {
        String customerId = complaint.report().customerId();
        if (customerId != null) {
            customers.complaintOver(customerId, satisfied);
        }
    }

    private static ComplaintClosed closed(Complaint complaint, boolean satisfied) {
        return new ComplaintClosed(
                complaint.number(),
                complaint.status(),
                complaint.severity(),
                complaint.department(),
                satisfied);
    }

    private static Set<Group> owners(Complaint complaint) {
        return EnumSet.of(complaint.department(), complaint.owner());
    }

    private static void checkScores(Callback callback) {
        if (!callback.reached() && callback.satisfied()) {
            throw Refusal.invalid(
                    "satisfied",
                    "A guest who was not reached cannot be satisfied. | 未联系到的客人不能记为满意。",
                    "Say that the guest was reached, or leave the satisfaction out. |"
                            + " 请注明已联系到客人，或不填满意度。");
        }
        if (!callback.reached() && !callback.scores().isEmpty()) {
            throw Refusal.invalid(
                    "scores",
                    "A guest who was not reached gives no scores. | 未联系到的客人不能评分。",
                    "Say that the guest was reached, or leave the scores out. | 请注明已联系到客人，或不填评分。");
        }
        Set<ServqualDimension> scored = EnumSet.noneOf(ServqualDimension.class);
        for (ServqualScore score : callback.scores()) {
            if (!scored.add(score.dimension())) {
                throw Refusal.invalid(
                        "scores",
                        "The dimension %1$s is scored twice. | 维度%1$s被评分两次。"
                                .formatted(score.dimension()),
                        "Give one score for each dimension. | 每个维度只填一个评分。");
            }
        }
    }

    private static String called(CallbackOutcome outcome) {
        return switch (outcome) {
            case SATISFIED -> Phrase.both("Called back: satisfied", "回访：满意");
            case UNSATISFIED -> Phrase.both("Called back: not satisfied", "回访：不满意");
            case TRY_AGAIN ->
                    Phrase.both("Called back: not reached, another try is due", "回访：未接通，将再次回访");
            case NOT_REACHED -> Phrase.both("Called back: not reached", "回访：未能联系到客人");
        };
    }
}
