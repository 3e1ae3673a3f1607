package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.ExpenseDesk;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.Refusals;
import dev.innkeeper.workflow.Retrying;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the process {@code deal-expense}. */
@Component
public class ExpenseProcess {

    /** The id of the process; its business key is the number of the expense. */
    public static final String KEY = "deal-expense";

    private final ExpenseDesk desk;
    private final RuntimeService runtime;
    private final EngineUser engineUser;
    private final Retrying retrying;
    private final TransactionTemplate transactions;

    ExpenseProcess(
            ExpenseDesk desk,
            RuntimeService runtime,
            EngineUser engineUser,
            Retrying retrying,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.runtime = runtime;
        this.engineUser = engineUser;
        this.retrying = retrying;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Claims an expense on a deal. When this returns it is audited: booked, refused, or waiting for
     * approval. It joins the caller's transaction where there is one.
     *
     * @throws Refusal where the claim is not acceptable; nothing is kept then
     */
    public CaseNumber claim(CaseNumber deal, NewExpense claim, Actor by) {
        try {
            return retrying.call(
                    () ->
                            transactions.execute(
                                    status ->
                                            engineUser.asTheService(() -> start(deal, claim, by))));
        } catch (RuntimeException e) {
            throw Refusals.within(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private CaseNumber start(CaseNumber deal, NewExpense claim, Actor by) {
        var number = desk.claim(deal, claim, by);
        runtime.createProcessInstanceByKey(KEY).businessKey(number.value()).execute();
        return number;
    }
}
