package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.ExpenseDesk;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The service tasks of {@code deal-expense}, each named after its task. */
@Component
public class ExpenseSteps {

    private final ExpenseDesk desk;
    private final EngineUser engineUser;

    ExpenseSteps(ExpenseDesk desk, EngineUser engineUser) {
        this.desk = desk;
        this.engineUser = engineUser;
    }

    /**
     * Registers what somebody claims with the start form, and makes its number the business key. A
     * process that has a number already was registered before, in the same transaction.
     *
     * @throws Refusal where the claim is not acceptable, or somebody made the business key up
     */
    public void registerExpense(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            var answered = new Answered(execution::getVariable);
            var deal = new CaseNumber(answered.requiredText("dealNumber"));
            var claim =
                    new NewExpense(
                            answered.requiredChoice("kind", ExpenseKind.class),
                            answered.amount("amount"),
                            answered.requiredDay("spentOn"),
                            answered.requiredText("purpose"),
                            answered.text("present"),
                            answered.requiredText("receipt"));
            execution.removeVariables();
            var number = desk.claim(deal, claim, engineUser.now());
            execution.setProcessBusinessKey(number.value());
        } else {
            desk.progress(number(execution));
            execution.removeVariables();
        }
    }

    /** What becomes of the claim, and who approves it. */
    public void auditExpense(DelegateExecution execution) {
        ExpenseVariables.OF_THE_EXPENSE.write(execution, desk.audit(number(execution)));
    }

    /** The deal's spending grows. */
    public void bookExpense(DelegateExecution execution) {
        ExpenseVariables.OF_THE_EXPENSE.write(execution, desk.book(number(execution)));
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
