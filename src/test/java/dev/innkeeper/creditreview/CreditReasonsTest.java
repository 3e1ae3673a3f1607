package dev.innkeeper.creditreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.CreditQuestion;
import dev.innkeeper.creditreview.facts.CreditSignal;
import dev.innkeeper.creditreview.facts.GrantedCredit;
import dev.innkeeper.creditreview.facts.OverdueBalance;
import dev.innkeeper.creditreview.facts.PaymentRecord;
import dev.innkeeper.creditreview.facts.PresentTerms;
import dev.innkeeper.creditreview.facts.ProposedTerms;
import dev.innkeeper.creditreview.facts.ScoredCustomer;
import dev.innkeeper.creditreview.facts.SoftFactors;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A reader of an answer about credit sees what decided it, in words, and nothing else. */
class CreditReasonsTest {

    private static final SoftFactors JUDGED = new SoftFactors(70, 40, 60, 55, 50);

    private static List<String> reasons(Decision<?, ?> decision, Record... facts) {
        return told(decision, Fired::reasons, facts);
    }

    private static List<String> gaveWay(Decision<?, ?> decision, Record... facts) {
        return told(decision, Fired::gaveWay, facts);
    }

    private static List<String> told(
            Decision<?, ?> decision, Function<Fired, List<String>> which, Record... facts) {
        return ShippedRules.shipped(decision).ask(Facts.of(facts)).fired().stream()
                .flatMap(rule -> which.apply(rule).stream())
                .toList();
    }

    @Test
    void aScoreTellsWhatWasJudgedAndHowTheCustomerPays() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_SCORE,
                                JUDGED,
                                new PaymentRecord(yuan("3.25"), 61, yuan("4"))))
                .contains(
                        "Finances are judged at 70 points | 财务状况评为70分",
                        "Weight of finances in percent: 30 | 财务状况权重百分比：30",
                        "Payments start with all points | 付款行为从满分起计",
                        "On average the customer pays 3.25 days late | 平均逾期3.25天付款",
                        "An invoice is overdue for more than 60 days | 有账单逾期超过60天",
                        "The customer disputes 4 percent of what is billed | 账单金额的百分之4有争议")
                .noneMatch(reason -> reason.contains("never have less"));
    }

    @Test
    void aScoreOfACustomerWhoWasNeverBilledSaysSo() {
        assertThat(reasons(CreditDecisions.CREDIT_SCORE, JUDGED))
                .contains(
                        "The house has not billed the customer, so nothing speaks against its"
                                + " payments | 未曾向客户开账单，付款行为无不良记录");
    }

    @Test
    void aGradeTellsTierBandAndWhoIsTold() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_GRADE,
                                customer(85, Tier.KEY_ACCOUNT, "10000"),
                                new PresentTerms(yuan("25000"), 60)))
                .containsExactlyInAnyOrder(
                        "The score is excellent | 评分为优",
                        "2.0 times the average monthly spend | 月均消费的2.0倍",
                        "The term of the tier is 60 days | 该类客户账期为60天",
                        "Percent of the limit: 125, of the term: 100; next review after 365 days"
                                + " | 额度百分比：125，账期百分比：100；365天后再次核查",
                        "So far the limit is 25000 CNY and the term 60 days | 现有额度25000元，账期60天",
                        "Finance is told of an unchanged limit | 额度不变通知财务部",
                        "Customer information is told of an unchanged limit | 额度不变通知客户信息部");
    }

    @Test
    void aGradeTellsItsCapWhereTheCapBinds() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_GRADE,
                                customer(70, Tier.PROMISING_SMALL, "90000")))
                .contains("Never above 20000 CNY | 不超过20000元");
        assertThat(
                        gaveWay(
                                CreditDecisions.CREDIT_GRADE,
                                customer(70, Tier.PROMISING_SMALL, "80000")))
                .contains("Never above 20000 CNY | 不超过20000元");
    }

    @Test
    void aCustomerWhoPaysCashTellsNoLimitOfItsTier() {
        assertThat(reasons(CreditDecisions.CREDIT_GRADE, customer(49, Tier.LOYAL_REGULAR, "10000")))
                .contains(
                        "The score is poor | 评分为差",
                        "A customer of a poor score pays cash | 评分为差的客户仅限现金",
                        "So far the customer has no credit | 客户此前没有信用额度")
                .noneMatch(reason -> reason.contains("times") || reason.contains("Never above"));
    }

    @Test
    void aCutOfAKeyAccountTellsWhyTheGeneralManagerApproves() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_APPROVAL,
                                new ProposedTerms(
                                        yuan("5000"),
                                        yuan("4000"),
                                        Tier.KEY_ACCOUNT,
                                        false,
                                        false)))
                .containsExactlyInAnyOrder(
                        "The limit of a key account is cut | 大客户额度下调",
                        "Approval step 2 is the general manager | 二级审批为总经理");
    }

    @Test
    void termsThatNobodyApprovesTellWhy() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_APPROVAL,
                                new ProposedTerms(
                                        yuan("5000"),
                                        yuan("5500"),
                                        Tier.KEY_ACCOUNT,
                                        false,
                                        false)))
                .containsExactly("The limit stays or rises by up to 10 percent | 额度不变或上调不超过百分之十");
    }

    @Test
    void aDepositTellsWhatIsOpenAndTheLimit() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_CHECK,
                                new CreditQuestion(yuan("500"), yuan("9800"), 0),
                                new GrantedCredit(yuan("10000"), false, false)))
                .containsExactly(
                        "With 9800 CNY open, the bill goes beyond the limit of 10000 CNY"
                                + " | 未付余额9800元，加上此账单超过额度10000元");
    }

    @Test
    void aRefusalTellsEveryReasonForItAndNoDeposit() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_CHECK,
                                new CreditQuestion(yuan("500"), yuan("9800"), 31),
                                new GrantedCredit(yuan("10000"), true, false)))
                .containsExactlyInAnyOrder(
                        "The customer is on credit hold | 客户信用冻结",
                        "An invoice is overdue for more than 30 days | 有账单逾期超过30天");
    }

    @Test
    void aCustomerWhoWasNeverReviewedLeavesADepositAndIsToldWhy() {
        assertThat(
                        reasons(
                                CreditDecisions.CREDIT_CHECK,
                                new CreditQuestion(yuan("500"), yuan("0"), 0)))
                .containsExactly("The credit of the customer was never reviewed | 客户资信尚未核查");
    }

    @Test
    void anEventTellsTheMeasureAndTheMarkThatItPassed() {
        assertThat(reasons(CreditDecisions.CREDIT_EVENT, new CreditSignal(10, yuan("95.5"), false)))
                .containsExactlyInAnyOrder(
                        "More than 90 percent of the limit call for a review | 额度使用超过百分之九十需核查",
                        "The customer uses 95.5 percent of its limit | 客户已使用额度的百分之95.5");
    }

    @Test
    void aDunnedCustomerTellsItsStageAndItsHold() {
        assertThat(
                        reasons(
                                CreditDecisions.DUNNING_STAGE,
                                new OverdueBalance(33, yuan("5000"), false)))
                .containsExactlyInAnyOrder(
                        "The oldest invoice is overdue for 33 days | 最早账单逾期33天",
                        "The customer gets a letter from day 31 on | 自逾期第31天起发催款函",
                        "From the letter on, the customer gets no more credit | 自催款函起冻结信用",
                        "The customer is looked at every week | 每周复查一次");
    }

    @Test
    void aCustomerWhoOwesLittleTellsThatItIsOnlyReminded() {
        assertThat(
                        reasons(
                                CreditDecisions.DUNNING_STAGE,
                                new OverdueBalance(33, yuan("50"), false)))
                .contains("Less than 100 CNY are overdue | 逾期金额不足100元")
                .noneMatch(reason -> reason.contains("no more credit"));
    }

    @Test
    void twoWeightsOfAFactorContradictEachOther() {
        contradicts(
                CreditDecisions.CREDIT_SCORE,
                new Change("weights.drl.csv", "MARKET, 8,", "ECONOMY, 8,"),
                Facts.of(JUDGED),
                "weight of ECONOMY",
                "The market has a weight",
                "The economy has a weight");
    }

    @Test
    void twoMovesOfABandContradictEachOther() {
        contradicts(
                CreditDecisions.CREDIT_GRADE,
                new Change("moves.drl.csv", "\"FAIR, 50,", "\"GOOD, 50,"),
                Facts.of(customer(70, Tier.LOYAL_REGULAR, "1")),
                "terms of band GOOD",
                "A good score moves the terms",
                "A fair score moves the terms");
    }

    @Test
    void aTierWithoutTermsIsNamed() {
        try (var rules =
                ShippedRules.changed(
                        CreditDecisions.CREDIT_GRADE,
                        new Change("tiers.drl.csv", ",STRATEGIC_NEW,", ",PROMISING_SMALL,"))) {
            assertThatThrownBy(() -> rules.ask(Facts.of(customer(70, Tier.STRATEGIC_NEW, "1"))))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("No rule gave the limit of the tier");
        }
    }

    private static void contradicts(
            Decision<?, ?> decision, Change change, Facts facts, String... named) {
        try (var rules = ShippedRules.changed(decision, change)) {
            assertThatThrownBy(() -> rules.ask(facts))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("Two rules contradict each other")
                    .hasMessageContainingAll(named);
        }
    }

    private static ScoredCustomer customer(int score, Tier tier, String spend) {
        return new ScoredCustomer(score, tier, yuan(spend), yuan("0"));
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
