package dev.innkeeper.creditreview.process;

import static dev.innkeeper.creditreview.process.CreditOffice.APPROVED;
import static dev.innkeeper.creditreview.process.CreditOffice.FINANCE;
import static dev.innkeeper.creditreview.process.CreditOffice.GENERAL_MANAGER;
import static dev.innkeeper.creditreview.process.CreditOffice.GOOD_COMPANY;
import static dev.innkeeper.creditreview.process.CreditOffice.GOOD_FINANCES;
import static dev.innkeeper.creditreview.process.CreditOffice.KEY_ACCOUNTS;
import static dev.innkeeper.creditreview.process.CreditOffice.TODAY;
import static dev.innkeeper.creditreview.process.CreditOffice.WEAK_COMPANY;
import static dev.innkeeper.creditreview.process.CreditOffice.WEAK_FINANCES;
import static dev.innkeeper.creditreview.process.CreditOffice.and;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.CreditEvent;
import dev.innkeeper.creditreview.CreditReviewState;
import dev.innkeeper.creditreview.CreditStanding;
import dev.innkeeper.creditreview.CreditTerms;
import dev.innkeeper.creditreview.ReviewOpened;
import dev.innkeeper.creditreview.facts.FactorShare;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.support.Walks;
import dev.innkeeper.workflow.Refusals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reviews of credit, walked through their process by the people of the house. */
@InnkeeperTest
class CreditReviewProcessTest {

    private static final Walks WALKS = new Walks(CreditReviewProcessTest.class);

    @Autowired private CreditReviewProcess process;
    @Autowired private CreditDesk credits;
    @Autowired private CustomerDesk customers;
    @Autowired private HistoryService history;
    @Autowired private RepositoryService repository;
    @Autowired private FormService forms;
    @Autowired private Staff staff;
    @Autowired private TimeMachine time;
    @Autowired private JdbcTemplate jdbc;
    private CreditOffice office;

    @BeforeEach
    void openTheOffice(@Autowired AutowireCapableBeanFactory beans) {
        office = beans.createBean(CreditOffice.class);
    }

    @AfterEach
    void note() {
        WALKS.note(history);
    }

    @AfterAll
    static void everyElementWasWalked(@Autowired RepositoryService repository) {
        WALKS.coverEveryElementOf(repository, CreditReviewProcess.KEY);
    }

    @Test
    void aFirstReviewGrantsTermsOnceSomebodyElseApproved() {
        var customer = office.goodCustomer();
        var review = office.review(customer, KEY_ACCOUNTS);

        assertThat(review.tasks()).containsExactly("assessCompany", "assessFinances");
        assertThat(review.candidates("assessCompany")).containsExactly("customer-information");
        assertThat(review.candidates("assessFinances")).containsExactly("finance");
        assertThat(review.file().review().figures().turnover()).isEqualTo(Money.of(120_000));

        review.assessed(GOOD_COMPANY, GOOD_FINANCES);

        // 80 points by 75 percent, and 100 for payments in time by 25.
        assertThat(review.file().review().judgedScore()).isEqualTo(85);
        assertThat(
                        review.file().factors().stream()
                                .map(FactorShare::contribution)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("85");
        assertThat(review.state()).isEqualTo(CreditReviewState.APPROVING);
        assertThat(review.candidates("approveTerms")).containsExactly("finance");
        assertThat(credits.standing(customer).limit()).isNull();

        review.complete("approveTerms", "finance2", APPROVED);

        // A key account: twice 10,000 a month, and a quarter more for an excellent score.
        CreditStanding standing = credits.standing(customer);
        assertThat(standing.limit()).isEqualTo(Money.of(25_000));
        assertThat(standing.termDays()).isEqualTo(60);
        assertThat(standing.band()).isEqualTo(ScoreBand.EXCELLENT);
        assertThat(standing.nextReviewOn()).isEqualTo(TODAY.plusDays(365));
        assertThat(standing.openReview()).isNull();
        CreditTerms terms = credits.terms(customer, 0, 10).items().get(0);
        assertThat(terms.approvedBy()).isEqualTo("finance2");
        assertThat(terms.review()).isEqualTo(review.number);
        assertThat(terms.told()).isNotEmpty().isEqualTo(review.file().review().told());
        assertThat(customers.read(customer).creditLimit()).isEqualTo(Money.of(25_000));
        assertThat(customers.read(customer).creditScore()).isEqualTo(85);
        assertThat(review.isRunning()).isFalse();
        assertThat(review.walked())
                .containsSubsequence(
                        "reviewRequested",
                        "registerReview",
                        "collectFigures",
                        "assessCompany",
                        "assessFinances",
                        "scoreCredit",
                        "gradeCredit",
                        "decideApproval",
                        "approveTerms",
                        "applyTerms",
                        "tellDepartments",
                        "reviewClosed");
        assertThat(notices("credit.approval")).isEqualTo(1);
        assertThat(notices("credit.applied")).isEqualTo(1);
    }

    @Test
    void termsThatStayAsTheyAreNeedNobody() {
        var customer = office.goodCustomer();
        office.reviewed(customer);
        time.advance(Duration.ofDays(30));

        var again = office.review(customer);
        var company = again.shown("assessCompany");
        var finances = again.shown("assessFinances");
        assertThat(company)
                .containsEntry("company", 80)
                .containsEntry("companyWords", "Long known");
        assertThat(finances).containsEntry("guarantees", 80);
        assertThat(company.get("beforeText").toString()).contains("25000.00 CNY", "85");
        assertThat(company.get("beforeTextZh").toString()).contains("25000.00 元", "账期60天");
        again.assessed(GOOD_COMPANY, GOOD_FINANCES);

        assertThat(again.state()).isEqualTo(CreditReviewState.APPLIED);
        assertThat(again.file().review().decidedBy()).isEqualTo(Actor.SYSTEM.userId());
        assertThat(again.file().granted().movement()).isEqualTo(Movement.SAME);
        assertThat(credits.terms(customer, 0, 10).items())
                .extracting(CreditTerms::version)
                .containsExactly(2, 1);
    }

    @Test
    void aCutOfAKeyAccountIsApprovedByTheGeneralManagerAndToldToTheCustomer() {
        var customer = office.goodCustomer();
        office.reviewed(customer);
        office.invoice(customer, 1_000, "2026-01-05", "2026-01-20");

        var review = office.review(customer).assessed(WEAK_COMPANY, WEAK_FINANCES);
        assertThat(review.candidates("approveTerms")).containsExactly("general-manager");
        review.complete("approveTerms", "gm1", APPROVED);

        assertThat(review.tasks()).containsExactly("informCustomer");
        assertThat(review.candidates("informCustomer")).containsExactly("key-account-service");
        assertThat(credits.standing(customer).openReview()).isNull();
        assertThat(review.shown("informCustomer").get("proposalText").toString()).contains("Down");
        review.complete(
                "informCustomer",
                "keyaccount1",
                Map.of("said", "Limit halved for now", "answer", "We shall pay"));

        assertThat(review.file().review().informedWords()).isEqualTo("Limit halved for now");
        assertThat(review.file().review().informedBy()).isEqualTo("keyaccount1");
        assertThat(review.walked())
                .containsSubsequence("isOverdue", "startDunning", "isCut", "informCustomer");
        assertThat(review.file().timeLine())
                .extracting(TimeLineEntry::event)
                .contains("DUNNING_STARTED", "CUSTOMER_INFORMED");
    }

    @Test
    void whatIsReturnedIsAssessedAgainAndWhatIsRejectedLeavesTheOldTerms() {
        var customer = office.goodCustomer();
        var review = office.review(customer, KEY_ACCOUNTS).assessed(GOOD_COMPANY, GOOD_FINANCES);

        assertThatThrownBy(
                        () ->
                                review.complete(
                                        "approveTerms", "finance2", Map.of("verdict", "RETURN")))
                .satisfies(failure -> assertThat(refusal(failure).field()).isEqualTo("reason"));
        review.complete(
                "approveTerms",
                "finance2",
                Map.of("verdict", "RETURN", "reason", "Guarantees are too good to be true"));

        assertThat(review.tasks()).containsExactly("assessCompany", "assessFinances");
        assertThat(review.shown("assessFinances"))
                .containsEntry("guarantees", 80)
                .extractingByKey("returnedText")
                .asString()
                .contains("too good to be true");
        review.assessed(GOOD_COMPANY, and(GOOD_FINANCES, Map.of("guarantees", 60)))
                .complete(
                        "approveTerms",
                        "finance2",
                        Map.of("verdict", "REJECT", "reason", "Owner is under investigation"));

        assertThat(review.state()).isEqualTo(CreditReviewState.REJECTED);
        assertThat(review.walked()).contains("reviewRejected");
        CreditStanding standing = credits.standing(customer);
        assertThat(standing.isReviewed()).isFalse();
        assertThat(standing.openReview()).isNull();
        assertThat(standing.nextReviewOn()).isAfter(TODAY);
        assertThat(notices("credit.rejected")).isEqualTo(1);
    }

    @Test
    void nobodyApprovesWhatTheyAskedForOrAssessed() {
        var customer = office.goodCustomer();
        var review = office.review(customer, KEY_ACCOUNTS).assessed(GOOD_COMPANY, GOOD_FINANCES);

        assertThatThrownBy(() -> review.complete("approveTerms", "finance1", APPROVED))
                .satisfies(
                        failure ->
                                assertThat(refusal(failure).kind())
                                        .isEqualTo(Refusal.Kind.FORBIDDEN));

        var other = office.goodCustomer();
        var askedByTheOther = office.review(other, new Actor("finance2", FINANCE.groups()));
        askedByTheOther.assessed(GOOD_COMPANY, GOOD_FINANCES);
        // One of finance asked, the other assessed: the next level approves.
        assertThat(askedByTheOther.candidates("approveTerms")).containsExactly("general-manager");
    }

    @Test
    void anotherScoreNeedsAReasonAndTheGeneralManager() {
        var customer = office.goodCustomer(Tier.LOYAL_REGULAR);
        var review = office.review(customer, GENERAL_MANAGER);
        var overridden = and(GOOD_FINANCES, Map.of("overrides", true, "scoreOverride", 60));
        review.complete("assessCompany", "info1", GOOD_COMPANY);
        assertThatThrownBy(() -> review.complete("assessFinances", "finance1", overridden))
                .satisfies(
                        failure ->
                                assertThat(refusal(failure).field()).isEqualTo("overrideReason"));

        review.complete(
                "assessFinances",
                "finance1",
                and(overridden, Map.of("overrideReason", "A rumour of insolvency")));

        assertThat(review.file().review().score()).isEqualTo(60);
        assertThat(review.file().review().judgedScore()).isEqualTo(85);
        assertThat(review.candidates("approveTerms")).containsExactly("general-manager");
        assertThat(review.shown("approveTerms").get("wordsText").toString())
                .contains("A rumour of insolvency");
        review.complete("approveTerms", "gm2", APPROVED);

        // A regular: 1.5 times 10,000 a month at a good score.
        assertThat(credits.standing(customer).limit()).isEqualTo(Money.of(15_000));
        time.advance(Duration.ofDays(1));
        assertThat(office.review(customer).shown("assessFinances"))
                .containsEntry("overrides", false)
                .doesNotContainEntry("scoreOverride", 60);
    }

    @Test
    void theApproverSeesWhatEachFactorBringsInBothLanguages() {
        var review =
                office.review(office.goodCustomer(), KEY_ACCOUNTS)
                        .assessed(GOOD_COMPANY, GOOD_FINANCES);

        var shown = review.shown("approveTerms");
        assertThat(shown.get("factorsText").toString()).contains("Payment behaviour", "25 %");
        assertThat(shown.get("factorsTextZh").toString()).contains("付款行为", "25 %");
        assertThat(shown.get("proposalText").toString()).contains("25000.00 CNY", "60 days");
        assertThat(shown.get("proposalTextZh").toString()).contains("25000.00 元", "账期60天");
        assertThat(shown.get("figuresText").toString()).contains("120000.00 CNY");
    }

    @Test
    void anEventWhileAReviewIsOpenJoinsIt() {
        var customer = office.goodCustomer();
        var review = office.review(customer);

        ReviewOpened joined =
                process.open(
                        customer, CreditCause.OWNERSHIP, "k1", TODAY, "Sold to a fund", FINANCE);
        ReviewOpened again =
                process.open(
                        customer, CreditCause.OWNERSHIP, "k1", TODAY, "Sold to a fund", FINANCE);

        assertThat(joined.number()).isEqualTo(review.number);
        assertThat(joined.how()).isEqualTo(ReviewOpened.How.JOINED);
        assertThat(again.how()).isEqualTo(ReviewOpened.How.REPEATED);
        assertThat(review.file().events())
                .extracting(CreditEvent::cause)
                .containsExactly(CreditCause.REQUEST, CreditCause.OWNERSHIP);
        assertThat(review.shown("assessCompany").get("whyText").toString())
                .contains("Sold to a fund");
    }

    @Test
    void somebodyAsksForAReviewInTheTasklist() {
        var customer = office.goodCustomer();
        var answers =
                Map.<String, Object>of(
                        "customerId", customer,
                        "cause", "KEY_PERSONNEL",
                        "words", "The chief accountant left");
        var number = start("keyaccount1", answers);
        time.runDueJobs();

        assertThat(staff.open(new CaseNumber(number)))
                .containsExactly("assessCompany", "assessFinances");

        var again = start("finance1", and(answers, Map.of("words", "And the director")));

        assertThat(again).isEqualTo(number);
        assertThat(staff.open(new CaseNumber(number))).hasSize(2);
        assertThat(office.open(customer).file().events()).hasSize(2);
    }

    @Test
    void theStartFormSaysWhatIsWrong() {
        assertThatThrownBy(
                        () ->
                                start(
                                        "finance1",
                                        Map.of(
                                                "customerId", "CUS-999999",
                                                "cause", "REQUEST",
                                                "words", "x")))
                .satisfies(failure -> assertThat(refusal(failure).field()).isEqualTo("customerId"));
        assertThatThrownBy(
                        () ->
                                start(
                                        "finance1",
                                        Map.of(
                                                "customerId", office.customer(),
                                                "cause", "DUE",
                                                "words", "x")))
                .satisfies(failure -> assertThat(refusal(failure).field()).isEqualTo("cause"));
    }

    @Test
    void aReviewIsWithdrawnUntilItsTermsHold() {
        var customer = office.goodCustomer();
        var review = office.review(customer);

        process.withdraw(review.number, "Accounts come in May", TODAY.plusDays(60), FINANCE);

        assertThat(review.isRunning()).isFalse();
        assertThat(review.state()).isEqualTo(CreditReviewState.WITHDRAWN);
        assertThat(credits.standing(customer).nextReviewOn()).isEqualTo(TODAY.plusDays(60));
        assertThat(credits.standing(customer).openReview()).isNull();
        var done = office.reviewed(customer);
        assertThatThrownBy(() -> process.withdraw(done.number, "Too late", null, FINANCE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("applied");
    }

    @Test
    void aReviewAsOfThePastGrantsTermsFromThatDay() {
        var customer = office.goodCustomer();
        var day = LocalDate.of(2026, 1, 31);
        process.open(customer, CreditCause.REQUEST, "past", day, "As of January", FINANCE);
        var review = office.open(customer);

        // On that day the invoice was issued and not yet paid.
        assertThat(review.file().review().figures().openBalance()).isEqualTo(Money.of(120_000));
        review.assessed(GOOD_COMPANY, GOOD_FINANCES).complete("approveTerms", "finance2", APPROVED);

        assertThat(credits.terms(customer, 0, 1).items().get(0).effectiveFrom()).isEqualTo(day);
        assertThatThrownBy(
                        () ->
                                process.open(
                                        customer,
                                        CreditCause.REQUEST,
                                        "earlier",
                                        day.minusDays(1),
                                        "As of before",
                                        FINANCE))
                .satisfies(failure -> assertThat(refusal(failure).field()).isEqualTo("asOf"));
    }

    @Test
    void whatTheEngineKeepsIsAnswersOnly() {
        var review = office.reviewed(office.goodCustomer());

        assertThat(
                        history.createHistoricVariableInstanceQuery()
                                .processInstanceId(
                                        history.createHistoricProcessInstanceQuery()
                                                .processInstanceBusinessKey(review.number.value())
                                                .singleResult()
                                                .getId())
                                .list())
                .extracting(variable -> variable.getName())
                .isNotEmpty()
                .allMatch(CreditReviewProcess.ANSWERS::contains);
    }

    private String start(String user, Map<String, Object> answers) {
        var definition =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(CreditReviewProcess.KEY)
                        .latestVersion()
                        .singleResult();
        var started = new String[1];
        staff.as(
                user,
                () -> started[0] = forms.submitStartForm(definition.getId(), answers).getId());
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(started[0])
                .singleResult()
                .getBusinessKey();
    }

    private long notices(String kind) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM notification WHERE kind = ?", Long.class, kind);
    }

    private static Refusal refusal(Throwable failure) {
        return failure instanceof Refusal refusal
                ? refusal
                : Refusals.within(failure).orElseThrow(() -> new AssertionError(failure));
    }
}
