package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.ExpenseDesk;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.workflow.OneTransaction;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process {@code deal-expense}. */
@Component
public class ExpenseProcess {

    /** The id of the process; its business key is the number of the expense. */
    public static final String KEY = "deal-expense";

    private final ExpenseDesk desk;
    private final RuntimeService runtime;
    private final OneTransaction transaction;

    ExpenseProcess(ExpenseDesk desk, RuntimeService runtime, OneTransaction transaction) {
        this.desk = desk;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    /**
     * Claims an expense on a deal. When this returns it is audited: booked, refused, or waiting for
     * approval. It joins the caller's transaction where there is one.
     *
     * @throws Refusal where the claim is not acceptable; nothing is kept then
     */
    public CaseNumber claim(CaseNumber deal, NewExpense claim, Actor by) {
        return transaction.of(() -> start(deal, claim, by));
    }

    private CaseNumber start(CaseNumber deal, NewExpense claim, Actor by) {
        var number = desk.claim(deal, claim, by);
        runtime.createProcessInstanceByKey(KEY).businessKey(number.value()).execute();
        return number;
    }
}
