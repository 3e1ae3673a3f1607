package dev.innkeeper.creditreview;

import dev.innkeeper.creditreview.facts.CreditAnswer;
import dev.innkeeper.creditreview.facts.CreditAnswerOutcome;
import dev.innkeeper.creditreview.facts.CreditApproval;
import dev.innkeeper.creditreview.facts.CreditApprovalOutcome;
import dev.innkeeper.creditreview.facts.CreditEvents;
import dev.innkeeper.creditreview.facts.CreditEventsOutcome;
import dev.innkeeper.creditreview.facts.CreditGrade;
import dev.innkeeper.creditreview.facts.CreditGradeOutcome;
import dev.innkeeper.creditreview.facts.CreditQuestion;
import dev.innkeeper.creditreview.facts.CreditScore;
import dev.innkeeper.creditreview.facts.CreditScoreOutcome;
import dev.innkeeper.creditreview.facts.CreditSignal;
import dev.innkeeper.creditreview.facts.DunningStep;
import dev.innkeeper.creditreview.facts.DunningStepOutcome;
import dev.innkeeper.creditreview.facts.GrantedCredit;
import dev.innkeeper.creditreview.facts.OverdueBalance;
import dev.innkeeper.creditreview.facts.PaymentRecord;
import dev.innkeeper.creditreview.facts.PresentTerms;
import dev.innkeeper.creditreview.facts.ProposedTerms;
import dev.innkeeper.creditreview.facts.ScoredCustomer;
import dev.innkeeper.creditreview.facts.SoftFactors;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import java.util.List;

/**
 * The questions of the credit re-review that rules answer, each by its folder under {@code
 * rules/creditreview}.
 */
public final class CreditDecisions {

    /**
     * From {@link SoftFactors} and, where the house has billed the customer, {@link PaymentRecord}:
     * what its credit scores, and what each factor brings.
     */
    public static final Decision<CreditScoreOutcome, CreditScore> CREDIT_SCORE =
            new Decision<>(
                    "creditreview/credit-score",
                    CreditScoreOutcome::new,
                    CreditScore.class,
                    List.of(SoftFactors.class, PaymentRecord.class));

    /**
     * From {@link ScoredCustomer} and, where any were set before, {@link PresentTerms}: limit, term
     * and next review of a customer, and who is told.
     */
    public static final Decision<CreditGradeOutcome, CreditGrade> CREDIT_GRADE =
            new Decision<>(
                    "creditreview/credit-grade",
                    CreditGradeOutcome::new,
                    CreditGrade.class,
                    List.of(ScoredCustomer.class, PresentTerms.class));

    /** From {@link ProposedTerms}: who approves the terms that a review proposes. */
    public static final Decision<CreditApprovalOutcome, CreditApproval> CREDIT_APPROVAL =
            new Decision<>(
                    "creditreview/credit-approval",
                    CreditApprovalOutcome::new,
                    CreditApproval.class,
                    List.of(ProposedTerms.class));

    /**
     * From {@link CreditQuestion} and, where the customer was reviewed, {@link GrantedCredit}: may
     * the guest sign the bill?
     */
    public static final Decision<CreditAnswerOutcome, CreditAnswer> CREDIT_CHECK =
            new Decision<>(
                    "creditreview/credit-check",
                    CreditAnswerOutcome::new,
                    CreditAnswer.class,
                    List.of(CreditQuestion.class, GrantedCredit.class));

    /**
     * From {@link CreditSignal}: is the customer reviewed before its time? Asked without a fact, it
     * answers from where on it would be.
     */
    public static final Decision<CreditEventsOutcome, CreditEvents> CREDIT_EVENT =
            new Decision<>(
                    "creditreview/credit-event",
                    CreditEventsOutcome::new,
                    CreditEvents.class,
                    List.of(CreditSignal.class));

    /** From {@link OverdueBalance}: how far the dunning of a customer goes now. */
    public static final Decision<DunningStepOutcome, DunningStep> DUNNING_STAGE =
            new Decision<>(
                    "creditreview/dunning-stage",
                    DunningStepOutcome::new,
                    DunningStep.class,
                    List.of(OverdueBalance.class));

    private CreditDecisions() {}

    /** All of them, for loading their rules at start. */
    public static DecisionCatalog catalog() {
        return DecisionCatalog.of(
                CREDIT_SCORE,
                CREDIT_GRADE,
                CREDIT_APPROVAL,
                CREDIT_CHECK,
                CREDIT_EVENT,
                DUNNING_STAGE);
    }
}
