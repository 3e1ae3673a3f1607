package dev.innkeeper.complaint;

import dev.innkeeper.casefile.DocumentView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Every operation on complaints. Each is one transaction (or joins the caller's), validates what it
 * is given, refuses what the state or four eyes forbid with a {@link dev.innkeeper.common.Refusal},
 * and writes the time line.
 */
@Service
public class ComplaintDesk {

    /**
     * Receives a complaint: finds or enters the customer, and joins an earlier complaint where
     * rules say so.
     *
     * @throws dev.innkeeper.common.Refusal NOT_NOW where the caller has given the external id
     *     before
     */
    public Registered register(Intake intake, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The complaint that this caller gave the external id. */
    public Optional<CaseNumber> findByExternalId(String externalId, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Triage where fields are missing, then severity and department, then deadlines; the clocks
     * start.
     */
    public Progress grade(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /** A person confirms or corrects triage. */
    public Progress correctTriage(CaseNumber number, TriageCorrection correction, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The guest is thanked and an apology made: the acknowledge clock is met. */
    public Progress acknowledge(CaseNumber number, Acknowledgement acknowledgement, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The investigation asks the guest, or brings its finding and the proposed remedy. */
    public Progress investigate(CaseNumber number, Investigation investigation, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The guest answered, or the time to wait is over. */
    public Progress resumeInvestigation(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ceiling, kinds and approver of the proposed compensation; and whether the cause is to be
     * removed.
     */
    public Progress decideCompensation(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Approves or rejects the compensation; never the person who proposed it. */
    public Progress approveCompensation(CaseNumber number, Approval approval, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * The remedy is carried out and the guest told: the resolve clock is met, unless the guest
     * refuses.
     */
    public Progress replyToGuest(CaseNumber number, Reply reply, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The guest is called. */
    public Progress callBack(CaseNumber number, Callback callback, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Back to the investigation, one level higher, after a refusal or an unsatisfied callback. */
    public Progress reopen(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Closes and archives; the customer's file and the departments concerned are told. */
    public Progress close(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Decides escalation with the clocks as they are now, and applies it. */
    public Progress escalate(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Notes a message from the guest and tells the handler. It does not resume a waiting
     * investigation by itself.
     */
    public Progress guestMessage(CaseNumber number, GuestMessage message, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The guest takes the complaint back: the case ends. */
    public Progress withdraw(CaseNumber number, Withdrawal withdrawal, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The manager sets another severity: department, deadlines and clocks follow. */
    public Progress regrade(CaseNumber number, Regrade regrade, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** A person's comment on the time line. */
    public void comment(CaseNumber number, String text, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Stores a document with the complaint. */
    public DocumentView attach(CaseNumber number, String name, byte[] content, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The answers and dates now. */
    public Progress progress(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /** All that is known of it. */
    public TaskView view(CaseNumber number) {
        throw new UnsupportedOperationException();
    }
}
