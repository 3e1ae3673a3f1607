package dev.innkeeper.creditreview.process;

import static dev.innkeeper.creditreview.process.DunningProcess.NEXT_CHECK_AT;
import static dev.innkeeper.creditreview.process.DunningProcess.STANDING;
import static dev.innkeeper.creditreview.process.DunningProcess.TAKEN_BY;
import static dev.innkeeper.creditreview.process.DunningProcess.TASK;
import static dev.innkeeper.creditreview.process.DunningProcess.TASK_DUE_AT;
import static dev.innkeeper.creditreview.process.DunningProcess.VARIABLES;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.creditreview.DunningDesk;
import dev.innkeeper.creditreview.DunningProgress;
import dev.innkeeper.creditreview.DunningStanding;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The service task of {@code dunning}: asks the desk and hands its answer back to the diagram. */
@Component
public class DunningSteps {

    private final DunningDesk desk;
    private final HistoryService history;

    DunningSteps(DunningDesk desk, HistoryService history) {
        this.desk = desk;
        this.history = history;
    }

    /** What the debt calls for now; what needs nobody is done. */
    public void checkDebt(DelegateExecution execution) {
        var progress = desk.check(new CaseNumber(execution.getProcessBusinessKey()));
        execution.setVariable(TAKEN_BY, takenBy(execution, progress));
        VARIABLES.write(execution, progress, STANDING, TASK, TASK_DUE_AT, NEXT_CHECK_AT);
    }

    /** A task that was only interrupted by the check goes back to whom had taken it. */
    private @Nullable String takenBy(DelegateExecution execution, DunningProgress progress) {
        if (progress.standing() != DunningStanding.TASK) {
            return null;
        }
        var element = DunningTasks.element(Objects.requireNonNull(progress.task()));
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .filter(last -> last.getTaskDefinitionKey().equals(element))
                .filter(DunningSteps::wasInterrupted)
                .map(HistoricTaskInstance::getAssignee)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean wasInterrupted(HistoricTaskInstance task) {
        return "deleted".equals(task.getDeleteReason());
    }
}
