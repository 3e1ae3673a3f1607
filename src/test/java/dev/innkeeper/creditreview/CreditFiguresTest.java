package dev.innkeeper.creditreview;

import static dev.innkeeper.creditreview.CreditDecisions.CREDIT_APPROVAL;
import static dev.innkeeper.creditreview.CreditDecisions.CREDIT_CHECK;
import static dev.innkeeper.creditreview.CreditDecisions.CREDIT_EVENT;
import static dev.innkeeper.creditreview.CreditDecisions.CREDIT_GRADE;
import static dev.innkeeper.creditreview.CreditDecisions.CREDIT_SCORE;
import static dev.innkeeper.creditreview.CreditDecisions.DUNNING_STAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.CreditAnswer;
import dev.innkeeper.creditreview.facts.CreditApproval;
import dev.innkeeper.creditreview.facts.CreditEvents;
import dev.innkeeper.creditreview.facts.CreditFactor;
import dev.innkeeper.creditreview.facts.CreditGrade;
import dev.innkeeper.creditreview.facts.CreditQuestion;
import dev.innkeeper.creditreview.facts.CreditScore;
import dev.innkeeper.creditreview.facts.CreditSignal;
import dev.innkeeper.creditreview.facts.CreditVerdict;
import dev.innkeeper.creditreview.facts.DunningStage;
import dev.innkeeper.creditreview.facts.DunningStep;
import dev.innkeeper.creditreview.facts.FactorShare;
import dev.innkeeper.creditreview.facts.GrantedCredit;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.OverdueBalance;
import dev.innkeeper.creditreview.facts.PaymentRecord;
import dev.innkeeper.creditreview.facts.PresentTerms;
import dev.innkeeper.creditreview.facts.ProposedTerms;
import dev.innkeeper.creditreview.facts.ScoreBand;
import dev.innkeeper.creditreview.facts.ScoredCustomer;
import dev.innkeeper.creditreview.facts.SoftFactors;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Figure;
import dev.innkeeper.decision.Figures;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of the credit re-review stands in a rule file: changed there, the answer is another.
 */
class CreditFiguresTest {

    private static final SoftFactors BEST = new SoftFactors(100, 100, 100, 100, 100);
    private static final List<Group> FINANCE_FIRST = List.of(Group.FINANCE, Group.GENERAL_MANAGER);
    private static final List<Group> GENERAL_MANAGER = List.of(Group.GENERAL_MANAGER);

    static List<Figure<?>> figures() {
        var all = new ArrayList<Figure<?>>();
        weights(new Figures<>(CREDIT_SCORE, all));
        payments(new Figures<>(CREDIT_SCORE, all));
        bands(new Figures<>(CREDIT_GRADE, all));
        tiers(new Figures<>(CREDIT_GRADE, all));
        told(new Figures<>(CREDIT_GRADE, all));
        approvals(new Figures<>(CREDIT_APPROVAL, all));
        checks(new Figures<>(CREDIT_CHECK, all));
        events(new Figures<>(CREDIT_EVENT, all));
        dunning(new Figures<>(DUNNING_STAGE, all));
        return all;
    }

    private static void weights(Figures<CreditScore> customers) {
        Map.of(
                        CreditFactor.FINANCES, 30,
                        CreditFactor.PAYMENT_BEHAVIOUR, 25,
                        CreditFactor.COMPANY, 15,
                        CreditFactor.GUARANTEES, 15,
                        CreditFactor.MARKET, 8,
                        CreditFactor.ECONOMY, 7)
                .forEach(
                        (factor, weight) ->
                                customers.see(
                                        "weights.drl.csv",
                                        "%s, %d,".formatted(factor, weight),
                                        "%s, %d,".formatted(factor, weight + 1),
                                        Facts.of(BEST),
                                        share(factor, FactorShare::weight),
                                        weight,
                                        weight + 1));
    }

    private static void payments(Figures<CreditScore> customers) {
        pays(customers, "100, \"Payments", "90, \"Payments", paid("0", 0, "0"), "100", "90");
        customers.see(
                "credit-score.drl",
                "100, \"The house",
                "90, \"The house",
                Facts.of(BEST),
                share(CreditFactor.PAYMENT_BEHAVIOUR, FactorShare::points),
                yuan("100"),
                yuan("90"));
        pays(customers, "2, $paid", "3, $paid", paid("1.5", 0, "0"), "97", "95.5");
        pays(
                customers,
                "( oldestDaysOverdue > 60 )",
                "( oldestDaysOverdue > 61 )",
                paid("0", 61, "0"),
                "80",
                "100");
        pays(customers, "20, 1, ", "21, 1, ", paid("0", 61, "0"), "80", "79");
        pays(customers, "1, $paid", "2, $paid", paid("0", 0, "12.5"), "87.5", "75");
        pays(customers, "0, \"Payments never", "5, \"Payments never", paid("50", 0, "0"), "0", "5");
    }

    private static void pays(
            Figures<CreditScore> customers,
            String from,
            String to,
            Facts facts,
            String before,
            String after) {
        customers.see(
                "credit-score.drl",
                from,
                to,
                facts,
                share(CreditFactor.PAYMENT_BEHAVIOUR, FactorShare::points),
                yuan(before),
                yuan(after));
    }

    private static void bands(Figures<CreditGrade> customers) {
        Map.of(
                        80, List.of(ScoreBand.EXCELLENT, ScoreBand.GOOD),
                        60, List.of(ScoreBand.GOOD, ScoreBand.FAIR),
                        50, List.of(ScoreBand.FAIR, ScoreBand.POOR))
                .forEach(
                        (score, band) ->
                                customers.see(
                                        "bands.drl.csv",
                                        ",%d,".formatted(score),
                                        ",%d,".formatted(score + 1),
                                        scored(score),
                                        CreditGrade::band,
                                        band.get(0),
                                        band.get(1)));
        moves(customers, ScoreBand.EXCELLENT, 80, 125, 100, 365);
        moves(customers, ScoreBand.GOOD, 79, 100, 100, 180);
        moves(customers, ScoreBand.FAIR, 59, 50, 50, 90);
        nextReview(customers, ScoreBand.POOR, 49, 0, 0, 30);
        customers.see(
                "credit-grade.drl",
                "cashOnly(ScoreBand.POOR",
                "cashOnly(ScoreBand.FAIR",
                scored(59),
                CreditGrade::cashOnly,
                false,
                true);
    }

    /** A loyal regular who spends 10,000 a month has 15,000 and 30 days before the score counts. */
    private static void moves(
            Figures<CreditGrade> customers,
            ScoreBand band,
            int score,
            int limit,
            int term,
            int review) {
        String row = "\"%s, %d, %d, %d\"";
        customers.see(
                "moves.drl.csv",
                row.formatted(band, limit, term, review),
                row.formatted(band, limit + 1, term, review),
                scored(score),
                CreditGrade::limit,
                new BigDecimal(150 * limit).setScale(2),
                new BigDecimal(150 * (limit + 1)).setScale(2));
        customers.see(
                "moves.drl.csv",
                row.formatted(band, limit, term, review),
                row.formatted(band, limit, term + 10, review),
                scored(score),
                CreditGrade::termDays,
                30 * term / 100,
                30 * (term + 10) / 100);
        nextReview(customers, band, score, limit, term, review);
    }

    private static void nextReview(
            Figures<CreditGrade> customers,
            ScoreBand band,
            int score,
            int limit,
            int term,
            int review) {
        String row = "\"%s, %d, %d, %d\"";
        customers.see(
                "moves.drl.csv",
                row.formatted(band, limit, term, review),
                row.formatted(band, limit, term, review + 1),
                scored(score),
                CreditGrade::nextReviewDays,
                review,
                review + 1);
    }

    private static void tiers(Figures<CreditGrade> customers) {
        tier(customers, Tier.LOYAL_REGULAR, "average", "1.5", 200000, 30);
        tier(customers, Tier.KEY_ACCOUNT, "average", "2.0", 1000000, 60);
        tier(customers, Tier.STRATEGIC_NEW, "planned", "0.5", 100000, 15);
        tier(customers, Tier.PROMISING_SMALL, "average", "0.25", 20000, 7);
    }

    private static void tier(
            Figures<CreditGrade> customers,
            Tier tier,
            String spend,
            String times,
            int cap,
            int term) {
        String start = ",%s,\"%sMonthlySpend, %s,";
        customers.see(
                "tiers.drl.csv",
                start.formatted(tier, spend, times),
                start.formatted(tier, spend, "3"),
                Facts.of(new ScoredCustomer(70, tier, yuan("1000"), yuan("1000"))),
                CreditGrade::limit,
                yuan(times).multiply(yuan("1000")).setScale(2),
                yuan("3000.00"));
        customers.see(
                "tiers.drl.csv",
                ",%d,%d\n".formatted(cap, term),
                ",%d,%d\n".formatted(cap + 1, term),
                Facts.of(new ScoredCustomer(70, tier, yuan("9000000"), yuan("9000000"))),
                CreditGrade::limit,
                yuan(cap + ".00"),
                yuan(cap + 1 + ".00"));
        customers.see(
                "tiers.drl.csv",
                ",%d,%d\n".formatted(cap, term),
                ",%d,%d\n".formatted(cap, term + 1),
                Facts.of(new ScoredCustomer(70, tier, yuan("1000"), yuan("1000"))),
                CreditGrade::termDays,
                term,
                term + 1);
    }

    private static void told(Figures<CreditGrade> customers) {
        for (Movement movement : Movement.values()) {
            customers.see(
                    "told.drl.csv",
                    "\"%s, FINANCE,".formatted(movement),
                    "\"%s, QUALITY,".formatted(movement),
                    scored(70).and(before(movement)),
                    grade -> grade.tell().contains(Group.FINANCE),
                    true,
                    false);
        }
    }

    private static PresentTerms before(Movement movement) {
        return switch (movement) {
            case UP -> new PresentTerms(yuan("14999.99"), 30);
            case SAME -> new PresentTerms(yuan("15000"), 30);
            case DOWN -> new PresentTerms(yuan("15000.01"), 30);
        };
    }

    private static void approvals(Figures<CreditApproval> terms) {
        approved(
                terms,
                "!first, newLimit > oldLimit * 1.1 ",
                "!first, newLimit > oldLimit * 1.2 ",
                terms("100000", "110000.01", Tier.LOYAL_REGULAR),
                FINANCE_FIRST,
                List.of());
        approved(
                terms,
                "oldLimit + 50000 ",
                "oldLimit + 50001 ",
                terms("100000", "150000.01", Tier.LOYAL_REGULAR),
                GENERAL_MANAGER,
                FINANCE_FIRST);
        approved(
                terms,
                "* 1.1, newLimit > oldLimit + 50000",
                "* 1.2, newLimit > oldLimit + 50000",
                terms("500000", "560000", Tier.LOYAL_REGULAR),
                GENERAL_MANAGER,
                FINANCE_FIRST);
        approved(
                terms,
                "first, newLimit > 0 ",
                "first, newLimit > 1 ",
                Facts.of(
                        new ProposedTerms(yuan("0"), yuan("1"), Tier.PROMISING_SMALL, true, false)),
                FINANCE_FIRST,
                List.of());
        approved(
                terms,
                "approvalStep(1, \"The limit is cut",
                "approvalStep(2, \"The limit is cut",
                terms("100000", "99999.99", Tier.LOYAL_REGULAR),
                FINANCE_FIRST,
                GENERAL_MANAGER);
        approved(
                terms,
                "tier == Tier.KEY_ACCOUNT",
                "tier == Tier.STRATEGIC_NEW",
                terms("100000", "99999.99", Tier.KEY_ACCOUNT),
                GENERAL_MANAGER,
                FINANCE_FIRST);
        approved(
                terms,
                "approvalStep(2, \"Somebody",
                "approvalStep(1, \"Somebody",
                Facts.of(
                        new ProposedTerms(
                                yuan("5000"), yuan("5000"), Tier.LOYAL_REGULAR, false, true)),
                GENERAL_MANAGER,
                FINANCE_FIRST);
        terms.see(
                "approvers.drl.csv",
                "1, FINANCE",
                "1, SALES",
                terms("100000", "150000", Tier.LOYAL_REGULAR),
                CreditApproval::approvers,
                FINANCE_FIRST,
                List.of(Group.SALES, Group.GENERAL_MANAGER));
    }

    private static void approved(
            Figures<CreditApproval> terms,
            String from,
            String to,
            Facts facts,
            List<Group> before,
            List<Group> after) {
        terms.see("credit-approval.drl", from, to, facts, CreditApproval::approvers, before, after);
    }

    private static void checks(Figures<CreditAnswer> bills) {
        bills.see(
                "credit-check.drl",
                "oldestDaysOverdue > 30",
                "oldestDaysOverdue > 31",
                Facts.of(new CreditQuestion(yuan("1"), yuan("1"), 31))
                        .and(new GrantedCredit(yuan("10"), false, false)),
                CreditAnswer::verdict,
                CreditVerdict.REFUSE,
                CreditVerdict.APPROVE);
    }

    private static void events(Figures<CreditEvents> customers) {
        customers.see(
                "credit-event.drl",
                "overdueMoreThan(30,",
                "overdueMoreThan(31,",
                Facts.of(new CreditSignal(31, yuan("0"), false)),
                CreditEvents::overdue,
                true,
                false);
        customers.see(
                "credit-event.drl",
                "useMoreThan(90,",
                "useMoreThan(91,",
                Facts.of(new CreditSignal(0, yuan("90.01"), false)),
                CreditEvents::highUse,
                true,
                false);
    }

    private static void dunning(Figures<DunningStep> customers) {
        stage(customers, DunningStage.REMINDER, 1, DunningStage.NONE);
        stage(customers, DunningStage.CALL, 16, DunningStage.REMINDER);
        stage(customers, DunningStage.LETTER, 31, DunningStage.CALL);
        stage(customers, DunningStage.HANDED_OVER, 61, DunningStage.LETTER);
        customers.see(
                "dunning-stage.drl",
                "overdue < 100",
                "overdue < 101",
                Facts.of(new OverdueBalance(20, yuan("100"), false)),
                DunningStep::stage,
                DunningStage.CALL,
                DunningStage.REMINDER);
        customers.see(
                "dunning-stage.drl",
                "atMost(DunningStage.REMINDER",
                "atMost(DunningStage.CALL",
                Facts.of(new OverdueBalance(40, yuan("99.99"), false)),
                DunningStep::stage,
                DunningStage.REMINDER,
                DunningStage.CALL);
        customers.see(
                "dunning-stage.drl",
                "holdFrom(DunningStage.LETTER",
                "holdFrom(DunningStage.CALL",
                owing(30),
                DunningStep::hold,
                false,
                true);
        customers.see(
                "dunning-stage.drl",
                "checkEvery(7,",
                "checkEvery(6,",
                owing(1),
                DunningStep::nextCheckDays,
                7,
                6);
    }

    private static void stage(
            Figures<DunningStep> customers, DunningStage stage, int from, DunningStage before) {
        customers.see(
                "stages.drl.csv",
                "%s, %d,".formatted(stage, from),
                "%s, %d,".formatted(stage, from + 1),
                owing(from),
                DunningStep::stage,
                stage,
                before);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aChangedFigureChangesTheAnswer(Figure<?> figure) {
        figure.decidesTheAnswer();
    }

    @Test
    void weightsThatDoNotComeToAHundredCountByTheirShare() {
        try (var rules =
                ShippedRules.changed(
                        CREDIT_SCORE,
                        new Change("weights.drl.csv", "FINANCES, 30,", "FINANCES, 130,"))) {
            assertThat(rules.ask(Facts.of(BEST)).result().score()).isEqualTo(100);
            assertThat(rules.ask(Facts.of(new SoftFactors(100, 0, 0, 0, 0))).result().factors())
                    .extracting(FactorShare::contribution)
                    .startsWith(yuan("65"), yuan("12.5"));
        }
    }

    @Test
    void aScoreIsTheSumOfItsContributionsRoundedDown() {
        var scored =
                ShippedRules.shipped(CREDIT_SCORE)
                        .ask(paid("3.27", 0, "1.11").and(new SoftFactors(71, 33, 58, 64, 49)))
                        .result();

        var sum =
                scored.factors().stream()
                        .map(FactorShare::contribution)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(scored.factors())
                .extracting(FactorShare::factor)
                .containsExactly(CreditFactor.values());
        assertThat(sum.intValue()).isEqualTo(scored.score());
        assertThat(sum).isEqualByComparingTo("66.5875");
    }

    private static <T> Function<CreditScore, Object> share(
            CreditFactor factor, Function<FactorShare, T> look) {
        return score ->
                score.factors().stream()
                        .filter(one -> one.factor() == factor)
                        .map(look)
                        .findFirst()
                        .orElseThrow();
    }

    private static Facts paid(String daysLate, int oldest, String disputed) {
        return Facts.of(new PaymentRecord(yuan(daysLate), oldest, yuan(disputed)));
    }

    private static Facts scored(int score) {
        return Facts.of(new ScoredCustomer(score, Tier.LOYAL_REGULAR, yuan("10000"), yuan("0")));
    }

    private static Facts terms(String before, String after, Tier tier) {
        return Facts.of(new ProposedTerms(yuan(before), yuan(after), tier, false, false));
    }

    private static Facts owing(int days) {
        return Facts.of(new OverdueBalance(days, yuan("5000"), false));
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
