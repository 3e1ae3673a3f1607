package dev.innkeeper.creditreview.process;

import static dev.innkeeper.creditreview.process.CreditOffice.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.CreditEvent;
import dev.innkeeper.nightly.NightRun;
import dev.innkeeper.nightly.NightRuns;
import dev.innkeeper.support.FailingWrites;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The night finds exactly those who are due, each once, whatever happens to it. */
@InnkeeperTest
class CreditReviewSelectionIT {

    private static final int MORE_THAN_A_PAGE = 105;

    @Autowired private NightRuns nights;
    @Autowired private DueReviews selection;
    @Autowired private CreditDesk credits;
    @Autowired private FailingWrites database;
    @Autowired private TimeMachine time;
    @Autowired private RuntimeService runtime;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private TransactionTemplate transaction;
    private CreditOffice office;

    @BeforeEach
    void openTheOffice(@Autowired AutowireCapableBeanFactory beans) {
        office = beans.createBean(CreditOffice.class);
    }

    @AfterEach
    void letTheDatabaseWork() {
        database.stop();
    }

    /** Customers whom the house billed yesterday, and never reviewed. */
    private List<String> due(int howMany) {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            customers.add(office.customer());
        }
        transaction.executeWithoutResult(status -> credits.billed(customers, TODAY.minusDays(1)));
        return customers;
    }

    private NightRun night() {
        return nights.run(DueReviews.NAME, TODAY);
    }

    /** Each of the customers is under one review with one process, and nobody else is. */
    private void areReviewedOnce(List<String> customers) {
        assertThat(
                        jdbc.queryForList(
                                "SELECT customer_id FROM credit_review ORDER BY customer_id",
                                String.class))
                .isEqualTo(customers);
        assertThat(
                        runtime.createProcessInstanceQuery()
                                .processDefinitionKey(CreditReviewProcess.KEY)
                                .list())
                .extracting(instance -> instance.getBusinessKey())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.queryForList("SELECT number FROM credit_review", String.class));
    }

    @Test
    void exactlyThoseWhoAreDueAreReviewedAndASecondRunChangesNothing() {
        var due = due(MORE_THAN_A_PAGE);
        var later = office.customer();
        transaction.executeWithoutResult(
                status -> credits.billed(Set.of(later), TODAY.plusDays(1)));

        NightRun run = night();

        areReviewedOnce(due);
        assertThat(run.looked()).isEqualTo(MORE_THAN_A_PAGE);
        assertThat(run.done()).isEqualTo(MORE_THAN_A_PAGE);

        assertThat(night().done()).isZero();
        areReviewedOnce(due);
    }

    @Test
    void aPageThatFailsMidwayLeavesNothingHalfAndIsGoneOnWith() {
        var due = due(12);
        database.failAt(60);

        NightRun run = night();

        database.stop();
        areReviewedOnce(due);
        assertThat(run.failed()).isZero();
    }

    @Test
    void aNodeThatIsKilledWithinAPageLeavesItToTheNext() {
        var due = due(12);
        transaction.executeWithoutResult(
                status -> {
                    selection.handle(selection.due("", 5, TODAY), TODAY);
                    status.setRollbackOnly();
                });
        assertThat(jdbc.queryForList("SELECT number FROM credit_review")).isEmpty();

        transaction.executeWithoutResult(
                status -> selection.handle(selection.due("", 5, TODAY), TODAY));
        night();

        areReviewedOnce(due);
    }

    @Test
    void twoNodesAtOnceShareANight() throws Exception {
        var due = due(30);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<NightRun> node = this::night;
            for (var run : pool.invokeAll(List.of(node, node))) {
                run.get();
            }
        } finally {
            pool.shutdown();
        }
        areReviewedOnce(due);
    }

    @Test
    void whoIsUnderReviewIsNotDueAndWhoWasReviewedIsDueAgainAfterItsInterval() {
        var customer = office.goodCustomer();
        office.review(customer);
        assertThat(night().looked()).isZero();

        var other = office.goodCustomer();
        office.reviewed(other);
        time.advance(Duration.ofDays(364));
        var almost = nights.run(DueReviews.NAME, TODAY.plusDays(364));
        assertThat(almost.looked()).isZero();
        time.advance(Duration.ofDays(1));
        nights.run(DueReviews.NAME, TODAY.plusDays(365));

        var review = office.open(other);
        assertThat(review.file().events())
                .extracting(CreditEvent::cause)
                .containsExactly(CreditCause.DUE);
    }

    // Events of the night

    @Test
    void anInvoiceThatPassesThirtyDaysIsRaisedOnce() {
        var customer = office.goodCustomer();
        office.reviewed(customer);
        var invoice = office.invoice(customer, 1_000, "2026-03-02", "2026-03-10");

        time.advance(Duration.ofDays(38));
        assertThat(nights.run(OverdueInvoices.NAME, TODAY.plusDays(38)).done()).isZero();
        time.advance(Duration.ofDays(1));
        assertThat(nights.run(OverdueInvoices.NAME, TODAY.plusDays(39)).done()).isEqualTo(1);
        time.advance(Duration.ofDays(1));
        assertThat(nights.run(OverdueInvoices.NAME, TODAY.plusDays(40)).done()).isZero();

        assertThat(office.open(customer).file().events())
                .extracting(CreditEvent::cause, CreditEvent::key)
                .containsExactly(tuple(CreditCause.OVERDUE, invoice));
    }

    @Test
    void whatAReviewHasSeenRaisesNoOther() {
        var customer = office.goodCustomer();
        office.invoice(customer, 1_000, "2026-01-05", "2026-01-20");
        office.reviewed(customer);

        assertThat(night(OverdueInvoices.NAME)).isZero();
        assertThat(credits.standing(customer).openReview()).isNull();
    }

    @Test
    void aUseOfMoreThanNinetyPercentIsRaisedOnceARise() {
        var customer = office.goodCustomer();
        // Granted are 25,000.
        office.reviewed(customer);
        var first = office.invoice(customer, 22_500, "2026-03-02", "2026-05-02");
        assertThat(credits.standing(customer).openReview()).isNull();

        office.invoice(customer, 1, "2026-03-02", "2026-05-02");
        var review = office.open(customer);
        office.invoice(customer, 100, "2026-03-02", "2026-05-02");
        assertThat(review.file().events())
                .extracting(CreditEvent::cause)
                .containsExactly(CreditCause.LIMIT_USE);

        office.pay(first, 20_000, "2026-03-02");
        office.invoice(customer, 20_000, "2026-03-02", "2026-05-02");
        assertThat(review.file().events()).hasSize(2);
    }

    private int night(String work) {
        return nights.run(work, TODAY).done();
    }
}
