package dev.innkeeper.creditreview.process;

import static dev.innkeeper.creditreview.process.CreditReviewProcess.APPROVAL_NEEDED;
import static dev.innkeeper.creditreview.process.CreditReviewProcess.APPROVER_GROUP;
import static dev.innkeeper.creditreview.process.CreditReviewProcess.CUT;
import static dev.innkeeper.creditreview.process.CreditReviewProcess.JOINED_OPEN_REVIEW;
import static dev.innkeeper.creditreview.process.CreditReviewProcess.OVERDUE;
import static dev.innkeeper.creditreview.process.CreditReviewProcess.VARIABLES;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.creditreview.DunningOpened;
import dev.innkeeper.creditreview.ReviewOpened;
import dev.innkeeper.creditreview.ReviewRequest;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The service tasks of {@code credit-review}, each named after its task. Each asks the desk and
 * hands its answer back to the diagram.
 */
@Component
public class CreditReviewSteps {

    private final CreditReviewDesk desk;
    private final DunningProcess dunning;
    private final EngineUser engineUser;
    private final Clock clock;
    private final ZoneId zone;

    CreditReviewSteps(
            CreditReviewDesk desk,
            DunningProcess dunning,
            EngineUser engineUser,
            Clock clock,
            CasefileProperties properties) {
        this.desk = desk;
        this.dunning = dunning;
        this.engineUser = engineUser;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Opens the review that somebody asks for with the start form, and makes its number the
     * business key; a customer under review gets no second one. A process that has a number already
     * was opened before, in the same transaction.
     */
    public void registerReview(DelegateExecution execution) {
        var joined = false;
        if (execution.getProcessBusinessKey() == null) {
            var opened = request(execution);
            execution.setProcessBusinessKey(opened.number().value());
            joined = !opened.isStarted();
        } else {
            execution.removeVariables();
        }
        VARIABLES.write(execution, desk.progress(number(execution)));
        execution.setVariable(JOINED_OPEN_REVIEW, joined);
    }

    private ReviewOpened request(DelegateExecution execution) {
        var answered = new Answered(execution::getVariable);
        var asOf = answered.day("asOf");
        var request =
                new ReviewRequest(
                        answered.requiredText("customerId"),
                        answered.requiredChoice("cause", CreditCause.class),
                        execution.getProcessInstanceId(),
                        Objects.requireNonNullElseGet(
                                asOf, () -> LocalDate.ofInstant(clock.instant(), zone)),
                        answered.requiredText("words"));
        execution.removeVariables();
        return desk.open(request, engineUser.now());
    }

    /** What invoices and payments say. */
    public void collectFigures(DelegateExecution execution) {
        VARIABLES.write(execution, desk.collect(number(execution)));
    }

    /** How good the credit is. */
    public void scoreCredit(DelegateExecution execution) {
        VARIABLES.write(execution, desk.score(number(execution)));
    }

    /** Which terms it earns. */
    public void gradeCredit(DelegateExecution execution) {
        VARIABLES.write(execution, desk.grade(number(execution)));
    }

    /** Who approves them. */
    public void decideApproval(DelegateExecution execution) {
        VARIABLES.write(
                execution, desk.decideApproval(number(execution)), APPROVAL_NEEDED, APPROVER_GROUP);
    }

    /** The terms hold. */
    public void applyTerms(DelegateExecution execution) {
        VARIABLES.write(execution, desk.apply(number(execution)));
    }

    /** The departments hear of it. */
    public void tellDepartments(DelegateExecution execution) {
        VARIABLES.write(execution, desk.tell(number(execution)), OVERDUE, CUT);
    }

    /** What is overdue is collected. */
    public void startDunning(DelegateExecution execution) {
        var number = number(execution);
        var found = desk.overdue(number);
        var opened = dunning.open(found.customerId(), found.asOf()).map(DunningOpened::number);
        VARIABLES.write(execution, desk.dunned(number, opened.orElse(null)));
    }

    private static CaseNumber number(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }
}
