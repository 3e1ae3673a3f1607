package dev.innkeeper.creditreview.web;

import dev.innkeeper.casefile.web.CaseEvent;
import dev.innkeeper.casefile.web.CaseLinkView;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.CompanyAssessment;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditEvent;
import dev.innkeeper.creditreview.CreditFigures;
import dev.innkeeper.creditreview.CreditProposal;
import dev.innkeeper.creditreview.CreditReviewAction;
import dev.innkeeper.creditreview.CreditReviewFile;
import dev.innkeeper.creditreview.CreditReviewState;
import dev.innkeeper.creditreview.CreditReviewView;
import dev.innkeeper.creditreview.CreditTerms;
import dev.innkeeper.creditreview.FinanceAssessment;
import dev.innkeeper.creditreview.facts.CreditFactor;
import dev.innkeeper.creditreview.facts.FactorShare;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one review, in the language of the request. */
@Schema(
        name = "CreditReview",
        description =
                "A credit review: figures, factors, rules, approver, told departments, and the"
                        + " terms before and after")
record CreditReviewDetails(
        @Schema(example = "CRV-2026-000123") String number,
        CreditReviewState state,
        Instant stateSince,
        String customerId,
        CreditCause cause,
        String requestedBy,
        Instant requestedAt,
        @Schema(description = "The day as of which the figures are read") LocalDate asOf,
        @Schema(description = "When the customer was due for a review") LocalDate dueOn,
        @Schema(description = "Why it is held, the first reason first") List<Reason> reasons,
        @Nullable Tier tier,
        @Schema(description = "What was judged; null until it is collected")
                @Nullable Figures figures,
        @Schema(description = "What customer information said; null until it is assessed")
                @Nullable Company company,
        @Schema(description = "What finance said; null until it is assessed")
                @Nullable Finances finances,
        @Schema(description = "The score that counts, 0 to 100; null until it is judged")
                @Nullable Integer score,
        @Schema(description = "The score by the rules, 0 to 100") @Nullable Integer judgedScore,
        @Schema(description = "What each factor brings to the score by the rules")
                List<Factor> factors,
        @Nullable Proposal proposal,
        @Schema(description = "Null where nobody has to approve", example = "general-manager")
                @Nullable String approverGroup,
        @Schema(
                        description =
                                "Who approved, returned, rejected or withdrew it; `innkeeper` where"
                                        + " the rules asked for nobody")
                @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String decisionWords,
        @Schema(description = "The terms that held before; null for a first review")
                CreditDetails.@Nullable Terms before,
        @Schema(description = "The terms that it granted") CreditDetails.@Nullable Terms granted,
        @Schema(description = "The departments that were told") List<String> told,
        @Nullable Instant toldAt,
        @Schema(description = "What the customer was told of a cut")
                @Nullable Information information,
        List<CaseEvent> timeLine,
        List<CaseLinkView> links,
        List<OpenTaskView> tasks,
        @Schema(description = "What you may do next") List<Allowed> allowed,
        String customerHref,
        String creditHref) {

    @Schema(name = "CreditReviewReason", description = "Why a review is held")
    record Reason(CreditCause cause, String key, Instant at, String by, String words) {

        static Reason of(CreditEvent event, Language language) {
            return new Reason(
                    event.cause(), event.key(), event.at(), event.by(), language.of(event.words()));
        }
    }

    @Schema(name = "CreditFigures", description = "What invoices and payments say")
    record Figures(
            @Schema(description = "CNY invoiced in the 365 days before") BigDecimal turnover,
            @Schema(description = "CNY, the turnover by twelve") BigDecimal monthlySpend,
            BigDecimal averageDaysLate,
            int worstDaysLate,
            @Schema(description = "CNY") BigDecimal openBalance,
            @Schema(description = "CNY") BigDecimal overdue,
            int oldestDaysOverdue,
            @Schema(description = "Percent of the turnover") BigDecimal disputedShare,
            @Schema(description = "Days of sales outstanding") BigDecimal dso,
            @Schema(description = "Percent of the limit; null without a limit")
                    @Nullable BigDecimal limitUse,
            @Nullable Instant collectedAt) {

        static @Nullable Figures of(@Nullable CreditFigures figures, @Nullable Instant at) {
            return figures == null
                    ? null
                    : new Figures(
                            figures.turnover().amount(),
                            figures.monthlySpend().amount(),
                            figures.averageDaysLate(),
                            figures.worstDaysLate(),
                            figures.openBalance().amount(),
                            figures.overdue().amount(),
                            figures.oldestDaysOverdue(),
                            figures.disputedShare(),
                            figures.dso(),
                            figures.limitUse(),
                            at);
        }
    }

    @Schema(name = "CreditCompany", description = "0 to 100 each")
    record Company(
            int company, int market, int economy, String words, String by, @Nullable Instant at) {

        static @Nullable Company of(CreditReviewView review) {
            CompanyAssessment said = review.company();
            String by = review.companyBy();
            return said == null || by == null
                    ? null
                    : new Company(
                            said.company(),
                            said.market(),
                            said.economy(),
                            said.companyWords(),
                            by,
                            review.companyAt());
        }
    }

    @Schema(name = "CreditFinances", description = "0 to 100 each")
    record Finances(
            int finances,
            int guarantees,
            @Schema(description = "CNY a month") @Nullable BigDecimal plannedSpend,
            String words,
            @Schema(description = "The score that counts instead of that of the rules")
                    @Nullable Integer scoreOverride,
            String overrideReason,
            String by,
            @Nullable Instant at) {

        static @Nullable Finances of(CreditReviewView review) {
            FinanceAssessment said = review.finances();
            String by = review.financesBy();
            return said == null || by == null
                    ? null
                    : new Finances(
                            said.finances(),
                            said.guarantees(),
                            said.plannedSpend() == null ? null : said.plannedSpend().amount(),
                            said.financesWords(),
                            said.scoreOverride(),
                            said.overrideReason(),
                            by,
                            review.financesAt());
        }
    }

    @Schema(name = "CreditFactorShare", description = "What a factor brings to the score")
    record Factor(
            CreditFactor factor,
            String name,
            @Schema(description = "0 to 100") BigDecimal points,
            @Schema(description = "Percent") int weight,
            BigDecimal contribution) {

        static Factor of(FactorShare share, Language language) {
            return new Factor(
                    share.factor(),
                    language.of(share.factor()),
                    share.points(),
                    share.weight(),
                    share.contribution());
        }
    }

    @Schema(name = "CreditProposal", description = "The terms that the rules propose")
    record Proposal(
            ScoreBand band,
            @Schema(description = "CNY; 0 for cash only") BigDecimal limit,
            int termDays,
            boolean cashOnly,
            @Schema(description = "Days until the next review") int nextReviewDays,
            Movement movement,
            @Schema(description = "The departments to be told") List<String> tell) {

        static @Nullable Proposal of(@Nullable CreditProposal proposal) {
            return proposal == null
                    ? null
                    : new Proposal(
                            proposal.band(),
                            proposal.newLimit().amount(),
                            proposal.termDays(),
                            proposal.cashOnly(),
                            proposal.nextReviewDays(),
                            proposal.movement(),
                            CreditDetails.ids(proposal.departments()));
        }
    }

    @Schema(name = "CreditInformation", description = "What the customer was told, and answered")
    record Information(String said, String answer, String by, @Nullable Instant at) {

        static @Nullable Information of(CreditReviewView review) {
            String by = review.informedBy();
            return by == null
                    ? null
                    : new Information(
                            review.informedWords(),
                            review.customersAnswer(),
                            by,
                            review.informedAt());
        }
    }

    @Schema(name = "CreditReviewAllowed", description = "Something that you may do next")
    record Allowed(
            CreditReviewAction action,
            @Schema(description = "Null where it is done in the Tasklist") @Nullable String method,
            @Nullable String href) {}

    static CreditReviewDetails of(
            CreditReviewFile file,
            List<OpenTaskView> tasks,
            List<Allowed> allowed,
            Language language) {
        CreditReviewView review = file.review();
        Group approver = review.approverGroup();
        return new CreditReviewDetails(
                review.number().value(),
                review.state(),
                review.stateSince(),
                review.customerId(),
                review.cause(),
                review.requestedBy(),
                review.requestedAt(),
                review.asOf(),
                review.dueOn(),
                file.events().stream().map(event -> Reason.of(event, language)).toList(),
                review.tier(),
                Figures.of(review.figures(), review.collectedAt()),
                Company.of(review),
                Finances.of(review),
                review.score(),
                review.judgedScore(),
                file.factors().stream().map(share -> Factor.of(share, language)).toList(),
                Proposal.of(review.proposal()),
                approver == null ? null : approver.id(),
                review.decidedBy(),
                review.decidedAt(),
                review.decisionWords(),
                terms(file.before()),
                terms(file.granted()),
                CreditDetails.ids(review.told()),
                review.toldAt(),
                Information.of(review),
                file.timeLine().stream().map(entry -> CaseEvent.of(entry, language)).toList(),
                file.links().stream().map(CaseLinkView::of).toList(),
                tasks,
                allowed,
                CreditLinks.customer(review.customerId()),
                CreditLinks.customer(review.customerId()) + "/credit");
    }

    private static CreditDetails.@Nullable Terms terms(@Nullable CreditTerms terms) {
        return terms == null ? null : CreditDetails.Terms.of(terms);
    }
}
