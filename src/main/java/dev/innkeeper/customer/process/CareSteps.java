package dev.innkeeper.customer.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.customer.CareDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The service tasks of {@code customer-care}, each named after its task. */
@Component
public class CareSteps {

    private final CareDesk desk;

    CareSteps(CareDesk desk) {
        this.desk = desk;
    }

    /** The rules say whether anybody calls, who, and what the customer may be offered. */
    public void decideCare(DelegateExecution execution) {
        CareVariables.OF_THE_CASE.write(execution, desk.decide(number(execution)));
    }

    /** The time for an answer is over. */
    public void closeUnanswered(DelegateExecution execution) {
        desk.unanswered(number(execution));
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
