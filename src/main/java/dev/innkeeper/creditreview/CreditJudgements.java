package dev.innkeeper.creditreview;

import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.facts.CreditApproval;
import dev.innkeeper.creditreview.facts.CreditEvents;
import dev.innkeeper.creditreview.facts.CreditGrade;
import dev.innkeeper.creditreview.facts.CreditScore;
import dev.innkeeper.creditreview.facts.CreditSignal;
import dev.innkeeper.creditreview.facts.PaymentRecord;
import dev.innkeeper.creditreview.facts.PresentTerms;
import dev.innkeeper.creditreview.facts.ProposedTerms;
import dev.innkeeper.creditreview.facts.ScoredCustomer;
import dev.innkeeper.creditreview.facts.SoftFactors;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the questions about the credit of customers to the rules. */
@Component
class CreditJudgements {

    private static final String NO_CASE = "";

    private final Decisions decisions;

    CreditJudgements(Decisions decisions) {
        this.decisions = decisions;
    }

    /** How good the credit is. */
    Decided<CreditScore> score(CreditReview review) {
        CompanyAssessment company = review.companyAssessment();
        FinanceAssessment finances = review.financeAssessment();
        Facts facts =
                Facts.of(
                        new SoftFactors(
                                finances.finances(),
                                finances.guarantees(),
                                company.company(),
                                company.market(),
                                company.economy()));
        CreditFigures figures = review.figures();
        boolean billed = !figures.turnover().isZero() || !figures.openBalance().isZero();
        return decisions.decide(
                CreditDecisions.CREDIT_SCORE,
                billed
                        ? facts.and(
                                new PaymentRecord(
                                        figures.averageDaysLate(),
                                        figures.oldestDaysOverdue(),
                                        figures.disputedShare()))
                        : facts,
                review.number().value());
    }

    /** Which terms it earns. */
    Decided<CreditGrade> grade(CreditReview review, @Nullable CreditTerms present) {
        Money planned = review.financeAssessment().plannedSpend();
        Facts facts =
                Facts.of(
                        new ScoredCustomer(
                                review.score(),
                                review.tier(),
                                review.figures().monthlySpend().amount(),
                                (planned == null ? Money.ZERO : planned).amount()));
        return decisions.decide(
                CreditDecisions.CREDIT_GRADE,
                present == null
                        ? facts
                        : facts.and(new PresentTerms(present.limit().amount(), present.termDays())),
                review.number().value());
    }

    /** Who approves them. */
    Decided<CreditApproval> approval(CreditReview review, @Nullable CreditTerms present) {
        return decisions.decide(
                CreditDecisions.CREDIT_APPROVAL,
                Facts.of(
                        new ProposedTerms(
                                (present == null ? Money.ZERO : present.limit()).amount(),
                                review.proposal().newLimit().amount(),
                                review.tier(),
                                present == null,
                                review.isOverridden())),
                review.number().value());
    }

    /** From where on the use of credit is a reason for a review. */
    CreditEvents marks() {
        return decisions.look(CreditDecisions.CREDIT_EVENT, Facts.of());
    }

    /** Whether the use of credit is a reason for a review. */
    CreditEvents events(CreditSignal signal) {
        return decisions.decide(CreditDecisions.CREDIT_EVENT, Facts.of(signal), NO_CASE).result();
    }
}
