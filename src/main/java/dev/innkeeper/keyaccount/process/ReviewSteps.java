package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.ReviewDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The service tasks of {@code deal-review}, each named after its task. */
@Component
public class ReviewSteps {

    private final ReviewDesk desk;

    ReviewSteps(ReviewDesk desk) {
        this.desk = desk;
    }

    /** The owner is reminded, and the supervisor told. */
    public void remindWriter(DelegateExecution execution) {
        desk.remind(new CaseNumber(execution.getProcessBusinessKey()));
    }
}
