package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.ExpenseDesk;
import dev.innkeeper.keyaccount.Verdict;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of {@code deal-expense}: what it shows, and to whom its answers go. */
@Component
class ExpenseTasks implements TaskForms {

    static final String APPROVE = "approveExpense";

    private final ExpenseDesk desk;
    private final EngineUser engineUser;
    private final ExpenseTexts texts;

    ExpenseTasks(ExpenseDesk desk, EngineUser engineUser, ExpenseTexts texts) {
        this.desk = desk;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    @Override
    public String processKey() {
        return ExpenseProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return ExpenseVariables.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return APPROVE.equals(taskKey) ? Set.of("approved", "reason") : Set.of();
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.of(desk.task(number(task)));
    }

    @Override
    public void answer(DelegateTask task) {
        var answered = new Answered(task::getVariableLocal);
        var verdict = new Verdict(answered.requiredYesOrNo("approved"), answered.text("reason"));
        ExpenseVariables.OF_THE_EXPENSE.write(
                task.getExecution(), desk.judge(number(task), verdict, engineUser.now()));
    }

    private static CaseNumber number(DelegateTask task) {
        return new CaseNumber(task.getExecution().getProcessBusinessKey());
    }
}
