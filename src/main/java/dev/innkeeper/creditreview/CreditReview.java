package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A review of a customer's credit. Its verbs refuse what its state forbids. */
@Table("credit_review")
final class CreditReview {

    private static final Set<CreditReviewState> OPEN =
            EnumSet.of(
                    CreditReviewState.OPENED,
                    CreditReviewState.ASSESSING,
                    CreditReviewState.JUDGING,
                    CreditReviewState.APPROVING,
                    CreditReviewState.APPROVED);

    @Id private String number;
    @Version private int version;
    private CreditReviewState state;
    private Instant stateSince;
    private String customerId;
    private CreditCause cause;
    private String requestedBy;
    private Instant requestedAt;
    private LocalDate asOf;
    private boolean backdated;
    private LocalDate dueOn;
    private @Nullable Tier tier;
    @Embedded.Nullable private @Nullable CreditFigures figures;
    private @Nullable Instant collectedAt;
    @Embedded.Nullable private @Nullable CompanyAssessment companyAssessment;
    private @Nullable String companyBy;
    private @Nullable Instant companyAt;
    @Embedded.Nullable private @Nullable FinanceAssessment financeAssessment;
    private @Nullable String financesBy;
    private @Nullable Instant financesAt;
    private @Nullable Integer judgedScore;
    @Embedded.Nullable private @Nullable CreditProposal proposal;
    private @Nullable Integer termsBefore;
    private @Nullable Integer termsGranted;
    private @Nullable Group approverGroup;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private String decisionWords;
    private String told;
    private @Nullable Instant toldAt;
    private @Nullable String informedBy;
    private @Nullable Instant informedAt;
    private String informedWords;
    private String customersAnswer;

    static CreditReview opened(
            CaseNumber number,
            ReviewRequest request,
            String by,
            LocalDate dueOn,
            LocalDate today,
            Instant now) {
        CreditReview review = new CreditReview();
        review.number = number.value();
        review.state = CreditReviewState.OPENED;
        review.stateSince = now;
        review.customerId = request.customerId();
        review.cause = request.cause();
        review.requestedBy = by;
        review.requestedAt = now;
        review.asOf = request.asOf();
        review.backdated = request.asOf().isBefore(today);
        review.dueOn = dueOn;
        review.decisionWords = "";
        review.told = "";
        review.informedWords = "";
        review.customersAnswer = "";
        return review;
    }

    /**
     * The figures are there; from now on the departments assess. What was judged of a review that
     * was returned counts no longer.
     */
    void collect(CreditFigures found, Tier customersTier, @Nullable Integer version, Instant now) {
        require(CreditReviewState.OPENED, "collected");
        figures = found;
        tier = customersTier;
        termsBefore = version;
        collectedAt = now;
        companyBy = null;
        companyAt = null;
        financesBy = null;
        financesAt = null;
        judgedScore = null;
        proposal = null;
        approverGroup = null;
        enter(CreditReviewState.ASSESSING, now);
    }

    /** What people said the last time, to begin with. */
    void prefill(@Nullable CompanyAssessment company, @Nullable FinanceAssessment financesThen) {
        companyAssessment = company;
        financeAssessment = financesThen;
    }

    void assess(CompanyAssessment company, String by, Instant now) {
        require(CreditReviewState.ASSESSING, "assessed");
        companyAssessment = company;
        companyBy = by;
        companyAt = now;
        judgeOnceBothAreThere(now);
    }

    void assess(FinanceAssessment found, String by, Instant now) {
        require(CreditReviewState.ASSESSING, "assessed");
        financeAssessment = found;
        financesBy = by;
        financesAt = now;
        judgeOnceBothAreThere(now);
    }

    private void judgeOnceBothAreThere(Instant now) {
        if (companyBy != null && financesBy != null) {
            enter(CreditReviewState.JUDGING, now);
        }
    }

    void score(int judged) {
        require(CreditReviewState.JUDGING, "judged");
        judgedScore = judged;
    }

    void grade(CreditProposal proposed) {
        require(CreditReviewState.JUDGING, "judged");
        proposal = proposed;
    }

    /** Somebody is to approve the terms, or nobody has to. */
    void propose(@Nullable Group approver, String bySystem, Instant now) {
        require(CreditReviewState.JUDGING, "judged");
        approverGroup = approver;
        if (approver == null) {
            decidedBy = bySystem;
            decidedAt = now;
            decisionWords = "";
            enter(CreditReviewState.APPROVED, now);
        } else {
            enter(CreditReviewState.APPROVING, now);
        }
    }

    void decide(TermsVerdict verdict, String reason, String by, Instant now) {
        require(CreditReviewState.APPROVING, "decided");
        decidedBy = by;
        decidedAt = now;
        decisionWords = reason;
        enter(
                switch (verdict) {
                    case APPROVE -> CreditReviewState.APPROVED;
                    case RETURN -> CreditReviewState.OPENED;
                    case REJECT -> CreditReviewState.REJECTED;
                },
                now);
    }

    void apply(int version, Instant now) {
        require(CreditReviewState.APPROVED, "applied");
        termsGranted = version;
        enter(CreditReviewState.APPLIED, now);
    }

    void tell(String departments, Instant now) {
        require(CreditReviewState.APPLIED, "told");
        told = departments;
        toldAt = now;
    }

    void inform(CreditInformation information, String by, Instant now) {
        require(CreditReviewState.APPLIED, "told to the customer");
        informedBy = by;
        informedAt = now;
        informedWords = information.said();
        customersAnswer = information.answer();
    }

    /**
     * Somebody cancels it.
     *
     * @throws Refusal NOT_NOW where it is over
     */
    void withdraw(String reason, String by, Instant now) {
        if (!isOpen()) {
            throw outOfTurn("withdrawn");
        }
        decidedBy = by;
        decidedAt = now;
        decisionWords = reason;
        enter(CreditReviewState.WITHDRAWN, now);
    }

    CreditReviewProgress progress() {
        return new CreditReviewProgress(number(), state, approverGroup, isCut(), isOverdue());
    }

    /** Who had a part in it, and so does not approve it. */
    Set<String> interested() {
        Set<String> interested = new TreeSet<>();
        interested.add(requestedBy);
        if (companyBy != null) {
            interested.add(companyBy);
        }
        if (financesBy != null) {
            interested.add(financesBy);
        }
        return interested;
    }

    /** The score that counts: that of a person where one overrode the rules. */
    int score() {
        Integer overridden = financeAssessment == null ? null : financeAssessment.scoreOverride();
        if (overridden != null) {
            return overridden;
        }
        if (judgedScore == null) {
            throw new IllegalStateException(number + " is not scored");
        }
        return judgedScore;
    }

    boolean isOverridden() {
        return financeAssessment != null && financeAssessment.scoreOverride() != null;
    }

    boolean isOpen() {
        return OPEN.contains(state);
    }

    boolean isCut() {
        return proposal != null && termsBefore != null && proposal.movement() == Movement.DOWN;
    }

    boolean isOverdue() {
        return figures != null && !figures.overdue().isZero();
    }

    /** The day from which terms hold that are applied today. */
    LocalDate effectiveOn(LocalDate today) {
        return backdated ? asOf : today;
    }

    private void enter(CreditReviewState next, Instant now) {
        state = next;
        stateSince = now;
    }

    private void require(CreditReviewState needed, String verb) {
        if (state != needed) {
            throw outOfTurn(verb);
        }
    }

    private Refusal outOfTurn(String verb) {
        return Refusal.notNow(
                "Review %1$s cannot be %2$s: it is %3$s. | 核查%1$s当前状态为“%4$s”，不能进行此操作。"
                        .formatted(
                                number,
                                verb,
                                state.english().toLowerCase(Locale.ROOT),
                                state.chinese()),
                "Open it again to see what it waits for. | 请重新打开，查看其当前状态。");
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    String customerId() {
        return customerId;
    }

    CreditReviewState state() {
        return state;
    }

    LocalDate asOf() {
        return asOf;
    }

    Tier tier() {
        if (tier == null) {
            throw new IllegalStateException(number + " has no figures");
        }
        return tier;
    }

    CreditFigures figures() {
        if (figures == null) {
            throw new IllegalStateException(number + " has no figures");
        }
        return figures;
    }

    CompanyAssessment companyAssessment() {
        if (companyAssessment == null) {
            throw new IllegalStateException(number + " is not assessed");
        }
        return companyAssessment;
    }

    FinanceAssessment financeAssessment() {
        if (financeAssessment == null) {
            throw new IllegalStateException(number + " is not assessed");
        }
        return financeAssessment;
    }

    CreditProposal proposal() {
        if (proposal == null) {
            throw new IllegalStateException(number + " is not graded");
        }
        return proposal;
    }

    /** Whether people have assessed it before it was returned. */
    boolean isAssessedBefore() {
        return companyAssessment != null;
    }

    boolean isRequestedBy(String user) {
        return requestedBy.equals(user);
    }

    String financesBy() {
        if (financesBy == null) {
            throw new IllegalStateException(number + " is not assessed");
        }
        return financesBy;
    }

    @Nullable Integer termsBefore() {
        return termsBefore;
    }

    @Nullable Group approverGroup() {
        return approverGroup;
    }

    String approvedBy() {
        if (decidedBy == null) {
            throw new IllegalStateException(number + " is not decided");
        }
        return decidedBy;
    }

    CreditReviewView view() {
        return new CreditReviewView(
                number(),
                state,
                stateSince,
                customerId,
                cause,
                requestedBy,
                requestedAt,
                asOf,
                dueOn,
                tier,
                figures,
                collectedAt,
                companyAssessment,
                companyBy,
                companyAt,
                financeAssessment,
                financesBy,
                financesAt,
                judgedScore,
                proposal,
                termsBefore,
                termsGranted,
                approverGroup,
                decidedBy,
                decidedAt,
                decisionWords,
                CreditProposal.groups(told),
                toldAt,
                informedBy,
                informedAt,
                informedWords,
                customersAnswer);
    }
}
