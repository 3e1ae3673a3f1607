package dev.innkeeper.complaint.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintDesk;
import dev.innkeeper.complaint.GuestMessage;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.Progress;
import dev.innkeeper.complaint.Registered;
import dev.innkeeper.complaint.Regrade;
import dev.innkeeper.complaint.Withdrawal;
import dev.innkeeper.workflow.OneTransaction;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Starts the process of a complaint and tells it what happens from outside. Each operation is one
 * transaction of case file and engine, done again where another one was in its way; it joins the
 * caller's transaction where there is one.
 */
@Component
public class ComplaintProcess {

    /** The id of the process; its business key is the number of the complaint. */
    public static final String KEY = "complaint-handling";

    /** The id of the process by which staff enter news of a complaint. */
    public static final String UPDATE_KEY = "complaint-update";

    /** The guest answered what the investigation asked. */
    static final String GUEST_ANSWERED = "guestAnswered";

    /** A deadline, or the next check, moved. */
    static final String CLOCK_CHANGED = "clockChanged";

    /** The guest took the complaint back, as the case file already says. */
    static final String COMPLAINT_WITHDRAWN = "complaintWithdrawn";

    /** A message from the guest is in the case file. */
    static final String GUEST_MESSAGE_RECEIVED = "guestMessageReceived";

    /** The manager set another severity, as the case file already says. */
    static final String REGRADE_REQUESTED = "regradeRequested";

    private final ComplaintDesk desk;
    private final RuntimeService runtime;
    private final OneTransaction transaction;

    ComplaintProcess(ComplaintDesk desk, RuntimeService runtime, OneTransaction transaction) {
        this.desk = desk;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    /**
     * Registers a complaint, grades it and starts its process; when this returns, the first task is
     * there. A complaint that joins an earlier one gets a number but no process of its own.
     *
     * @throws Refusal where the intake is not acceptable; nothing is kept then
     */
    public Registered start(Intake intake, Actor by) {
        return transaction.of(
                () -> {
                    var registered = desk.register(intake, by);
                    if (registered.linkedToExisting()) {
                        tellEarlierOf(registered);
                    } else {
                        runtime.createProcessInstanceByKey(KEY)
                                .businessKey(registered.number().value())
                                .execute();
                    }
                    return registered;
                });
    }

    /**
     * Notes a message from the guest; an investigation that waits for the guest goes on.
     *
     * @throws Refusal where there is no such complaint, or it is over
     */
    public Progress guestMessage(CaseNumber number, GuestMessage message, Actor by) {
        return transaction.of(
                () -> {
                    var progress = desk.guestMessage(number, message, by);
                    tell(number, GUEST_MESSAGE_RECEIVED);
                    return progress;
                });
    }

    /**
     * Ends a complaint that the guest takes back.
     *
     * @throws Refusal where there is no such complaint, or it is over
     */
    public Progress withdraw(CaseNumber number, Withdrawal withdrawal, Actor by) {
        return transaction.of(
                () -> {
                    var progress = desk.withdraw(number, withdrawal, by);
                    tell(number, COMPLAINT_WITHDRAWN);
                    return progress;
                });
    }

    /**
     * Sets another severity, by the manager.
     *
     * @throws Refusal where there is no such complaint, it is over, or this person may not do it
     */
    public Progress regrade(CaseNumber number, Regrade regrade, Actor by) {
        return transaction.of(
                () -> {
                    var progress = desk.regrade(number, regrade, by);
                    tell(number, REGRADE_REQUESTED);
                    return progress;
                });
    }

    /** The process of an earlier complaint hears that one joined it that made it graver. */
    void tellEarlierOf(Registered joined) {
        var earlier = joined.linkedTo();
        if (joined.earlierRegraded() && earlier != null) {
            tell(earlier, REGRADE_REQUESTED);
        }
    }

    /** A complaint without a process (linked, or over) has nobody to tell. */
    private void tell(CaseNumber number, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number.value())
                .correlateAll();
    }
}
