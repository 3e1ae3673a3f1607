package dev.innkeeper.creditreview.process;

import static dev.innkeeper.creditreview.process.CreditReviewProcess.VARIABLES;
import static dev.innkeeper.creditreview.process.CreditReviewProcess.VERDICT;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.creditreview.CompanyAssessment;
import dev.innkeeper.creditreview.CreditInformation;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.creditreview.FinanceAssessment;
import dev.innkeeper.creditreview.TermsJudgement;
import dev.innkeeper.creditreview.TermsVerdict;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of {@code credit-review}: what each shows, and to whom its answers go. */
@Component
class CreditReviewTasks implements TaskForms {

    static final String ASSESS_COMPANY = "assessCompany";
    static final String ASSESS_FINANCES = "assessFinances";
    static final String APPROVE = "approveTerms";
    static final String INFORM = "informCustomer";

    private static final Map<String, Set<String>> ASKED =
            Map.of(
                    ASSESS_COMPANY,
                    Set.of("company", "market", "economy", "companyWords"),
                    ASSESS_FINANCES,
                    Set.of(
                            "finances",
                            "guarantees",
                            "plannedSpend",
                            "financesWords",
                            "overrides",
                            "scoreOverride",
                            "overrideReason"),
                    APPROVE,
                    Set.of("verdict", "reason"),
                    INFORM,
                    Set.of("said", "answer"));

    private final CreditReviewDesk desk;
    private final EngineUser engineUser;
    private final CreditReviewTexts texts;

    CreditReviewTasks(CreditReviewDesk desk, EngineUser engineUser, CreditReviewTexts texts) {
        this.desk = desk;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    @Override
    public String processKey() {
        return CreditReviewProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return CreditReviewProcess.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return ASKED.getOrDefault(taskKey, Set.of());
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.of(desk.view(number(task)), task.getTaskDefinitionKey());
    }

    @Override
    public void answer(DelegateTask task) {
        var number = number(task);
        var answered = new Answered(task::getVariableLocal);
        var by = engineUser.now();
        switch (task.getTaskDefinitionKey()) {
            case ASSESS_COMPANY -> desk.assessCompany(number, company(answered), by);
            case ASSESS_FINANCES -> desk.assessFinances(number, finances(answered), by);
            case APPROVE ->
                    VARIABLES.write(
                            task.getExecution(),
                            desk.approve(
                                    number,
                                    new TermsJudgement(
                                            answered.requiredChoice("verdict", TermsVerdict.class),
                                            answered.text("reason")),
                                    by),
                            VERDICT);
            case INFORM ->
                    desk.inform(
                            number,
                            new CreditInformation(
                                    answered.requiredText("said"), answered.text("answer")),
                            by);
            default -> throw new IllegalStateException(task.getTaskDefinitionKey());
        }
    }

    private static CompanyAssessment company(Answered answered) {
        return new CompanyAssessment(
                points(answered, "company"),
                points(answered, "market"),
                points(answered, "economy"),
                answered.text("companyWords"));
    }

    private static FinanceAssessment finances(Answered answered) {
        var overrides = answered.isYes("overrides");
        return new FinanceAssessment(
                points(answered, "finances"),
                points(answered, "guarantees"),
                answered.number("plannedSpend").map(Money::new).orElse(null),
                answered.text("financesWords"),
                overrides ? points(answered, "scoreOverride") : null,
                answered.text("overrideReason"));
    }

    private static int points(Answered answered, String field) {
        return answered.wholeNumber(field)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        field,
                                        "The field %1$s is empty. | 字段 %1$s 未填写。".formatted(field),
                                        "Give a whole number from 0 to 100. | 请填写0至100的整数。"));
    }

    private static CaseNumber number(DelegateTask task) {
        return new CaseNumber(task.getExecution().getProcessBusinessKey());
    }
}
