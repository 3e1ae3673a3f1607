package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.DealProgress;
import dev.innkeeper.keyaccount.FollowUp;
import dev.innkeeper.keyaccount.Lead;
import dev.innkeeper.keyaccount.LeadTaken;
import dev.innkeeper.keyaccount.Outcome;
import dev.innkeeper.keyaccount.Payment;
import dev.innkeeper.workflow.OneTransaction;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Starts the process of a deal and tells it what happens from outside. Each operation is one
 * transaction of file and engine, done again where another one was in its way; it joins the
 * caller's transaction where there is one.
 */
@Component
public class KeyAccountProcess {

    /** The id of the process; its business key is the number of the deal. */
    public static final String KEY = "key-account-pipeline";

    /** The id of the process by which staff enter news of a deal. */
    public static final String UPDATE_KEY = "deal-update";

    /** How the deal ends is in its file. */
    static final String OUTCOME_TOLD = "outcomeTold";

    private final DealDesk desk;
    private final KeyAccountCourse course;
    private final RuntimeService runtime;
    private final OneTransaction transaction;

    KeyAccountProcess(
            DealDesk desk,
            KeyAccountCourse course,
            RuntimeService runtime,
            OneTransaction transaction) {
        this.desk = desk;
        this.course = course;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    /**
     * Registers a lead and starts its process; when this returns, the first task is there. A lead
     * that joins an open deal gets a number but no process of its own.
     *
     * @throws Refusal where the lead is not acceptable; nothing is kept then
     */
    public LeadTaken start(Lead lead, Actor by) {
        return transaction.of(
                () -> {
                    var taken = desk.register(lead, by);
                    if (!taken.linkedToExisting()) {
                        runtime.createProcessInstanceByKey(KEY)
                                .businessKey(taken.number().value())
                                .execute();
                    }
                    return taken;
                });
    }

    /** An entry of the follow-up log; the task that waits for it is done by it. */
    public DealProgress followUp(CaseNumber number, FollowUp followUp, Actor by) {
        return transaction.of(() -> follow(number, desk.followUp(number, followUp, by)));
    }

    /** Somebody else hunts it; the open tasks go with it. */
    public DealProgress assign(CaseNumber number, String owner, String reason, Actor by) {
        return transaction.of(() -> follow(number, desk.assign(number, owner, reason, by)));
    }

    /** The customer paid; processes that wait for it go on. */
    public DealProgress pay(CaseNumber number, Payment payment, Actor by) {
        return transaction.of(() -> desk.pay(number, payment, by));
    }

    /** The contract is cancelled; processes that build on it end. */
    public DealProgress cancel(CaseNumber number, String reason, Actor by) {
        return transaction.of(() -> desk.cancel(number, reason, by));
    }

    /** How the deal ends; it stays where it is where the gate misses something. */
    public DealProgress decide(CaseNumber number, Outcome outcome, Actor by) {
        return transaction.of(
                () -> {
                    var progress = follow(number, desk.decide(number, outcome, by));
                    if (progress.over()) {
                        runtime.createMessageCorrelation(OUTCOME_TOLD)
                                .processInstanceBusinessKey(number.value())
                                .correlateAll();
                    }
                    return progress;
                });
    }

    /** A deal without a process (linked, imported or over) has nothing to follow. */
    private DealProgress follow(CaseNumber number, DealProgress progress) {
        var instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value(), KEY)
                        .singleResult();
        if (instance != null) {
            course.follow(instance.getId(), progress);
        }
        return progress;
    }
}
