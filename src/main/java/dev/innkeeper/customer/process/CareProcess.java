package dev.innkeeper.customer.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.customer.CareAnswer;
import dev.innkeeper.customer.CareDesk;
import dev.innkeeper.customer.CareStart;
import dev.innkeeper.customer.StaysTaken;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.OneTransaction;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process {@code customer-care} and tells it what happens from outside: an answer, a new
 * visit, the wish that nobody goes on.
 */
@Component
public class CareProcess {

    /** The id of the process; its business key is the number of the case. */
    public static final String KEY = "customer-care";

    /** The customer answered the offer, as the case already says. */
    static final String CARE_ANSWERED = "careAnswered";

    /** The customer came again, as the case already says. */
    static final String CUSTOMER_RETURNED = "customerReturned";

    /** Nobody goes on, as the case already says. */
    static final String CARE_WITHDRAWN = "careWithdrawn";

    private final CareDesk desk;
    private final RuntimeService runtime;
    private final EngineUser engineUser;
    private final OneTransaction transaction;

    CareProcess(
            CareDesk desk,
            RuntimeService runtime,
            EngineUser engineUser,
            OneTransaction transaction) {
        this.desk = desk;
        this.runtime = runtime;
        this.engineUser = engineUser;
        this.transaction = transaction;
    }

    /**
     * Takes care of a customer, once for each cause and period; it joins the caller's transaction
     * where there is one.
     *
     * @return the case; empty where one is open, or this was taken up before
     */
    public Optional<CaseNumber> start(CareStart start) {
        return transaction.of(() -> desk.open(start, Actor.SYSTEM).map(this::begin));
    }

    /**
     * Takes care of a customer because a person asks for it. When this returns the rules have said
     * whether anybody calls.
     *
     * @throws dev.innkeeper.common.Refusal where a case is open, or this was taken up today
     */
    public CaseNumber request(String customerId, CareCause cause, String words, Actor by) {
        return transaction.of(() -> begin(desk.request(customerId, cause, words, by)));
    }

    /**
     * The customer answers an offer.
     *
     * @throws dev.innkeeper.common.Refusal where no offer waits for an answer
     */
    public CaseNumber answer(CaseNumber number, CareAnswer answer, Actor by) {
        return transaction.of(
                () -> {
                    desk.answer(number, answer, by);
                    return tell(number, CARE_ANSWERED);
                });
    }

    /**
     * Nobody goes on with the case.
     *
     * @throws dev.innkeeper.common.Refusal where it is over
     */
    public CaseNumber withdraw(CaseNumber number, String reason, Actor by) {
        return transaction.of(
                () -> {
                    desk.withdraw(number, reason, by);
                    return tell(number, CARE_WITHDRAWN);
                });
    }

    /** A new visit is the best of answers; so is one that a list brings some days later. */
    @EventListener
    void staysTaken(StaysTaken taken) {
        engineUser.asTheService(
                () -> {
                    desk.returned(taken.customerIds())
                            .forEach(number -> tell(number, CUSTOMER_RETURNED));
                    return true;
                });
    }

    private CaseNumber begin(CaseNumber number) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(number.value())
                .setVariable(CareVariables.CASE_NUMBER, number.value())
                .execute();
        return number;
    }

    private CaseNumber tell(CaseNumber number, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number.value())
                .correlateAll();
        return number;
    }
}
