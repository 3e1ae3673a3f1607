package dev.innkeeper.creditreview.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.Debtors;
import dev.innkeeper.creditreview.DunningDesk;
import dev.innkeeper.creditreview.DunningFilter;
import dev.innkeeper.creditreview.DunningRow;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.nightly.NightRuns;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom the night picks for dunning. */
@InnkeeperTest
class DunningSelectionIT {

    private static final String WORK = "dunning-selection";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired private DunningSelection selection;
    @Autowired private DunningDesk desk;
    @Autowired private DunningProcess process;
    @Autowired private NightRuns nights;
    @Autowired private CreditDesk credit;
    @Autowired private CustomerDesk customers;
    @Autowired private ReceivablesDesk receivables;
    @Autowired private RuntimeService runtime;
    @Autowired private TimeMachine time;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    private Debtors debtors;

    @BeforeEach
    void debtors() {
        debtors = new Debtors(customers, receivables, credit, jdbc, transactions);
    }

    @Test
    void exactlyThoseArePickedWhoAreOverdueAndForWhomNobodyCollects() {
        String overdue = debtors.owing(500, TODAY.minusDays(1));
        String small = debtors.owing(1, TODAY.minusDays(1));
        String dueToday = debtors.owing(500, TODAY);
        String disputed = debtors.customer();
        receivables.dispute(
                debtors.invoice(disputed, 500, TODAY.minusDays(9)), true, "Wrong", Debtors.FINANCE);
        String dunned = debtors.owing(500, TODAY.minusDays(9));
        process.open(dunned, TODAY);
        String withdrawn = debtors.owing(500, TODAY.minusDays(9));
        process.withdraw(
                process.open(withdrawn, TODAY).orElseThrow().number(), "Set off", Debtors.FINANCE);
        String paid = debtors.customer();
        debtors.pay(debtors.invoice(paid, 500, TODAY.minusDays(9)), 500, TODAY);

        var run = nights.run(WORK, TODAY);

        assertThat(run.done()).isEqualTo(2);
        assertThat(run.failed()).isZero();
        assertThat(dunned()).containsExactlyInAnyOrder(overdue, small, dunned, withdrawn);
        assertThat(dunned()).doesNotContain(dueToday, disputed, paid);
    }

    @Test
    void aNightThatIsDoneTwicePicksNobodyTwice() {
        debtors.owing(500, TODAY.minusDays(1));
        debtors.owing(700, TODAY.minusDays(40));

        assertThat(nights.run(WORK, TODAY).done()).isEqualTo(2);
        assertThat(nights.run(WORK, TODAY).done()).isZero();
        time.runDueJobs();

        assertThat(dunned()).hasSize(2).doesNotHaveDuplicates();
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(2);
    }

    @Test
    void aNightThatWasKilledIsGoneOnWithWithoutDoingAnybodyTwice() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(debtors.owing(500, TODAY.minusDays(i + 1L)));
        }
        List<String> first = selection.due("", 5, TODAY);
        transactions.executeWithoutResult(status -> selection.handle(first, TODAY));
        List<String> second = selection.due(first.get(4), 5, TODAY);
        transactions.executeWithoutResult(
                status -> {
                    selection.handle(second, TODAY);
                    status.setRollbackOnly();
                });
        assertThat(dunned()).containsExactlyInAnyOrderElementsOf(first);

        assertThat(nights.run(WORK, TODAY).done()).isEqualTo(7);

        assertThat(dunned()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(all.size());
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT COUNT(*) FROM credit_account a
                                        JOIN dunning d ON d.number = a.open_dunning
                                            AND d.open_customer = a.customer_id\
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(all.size());
    }

    @Test
    void nodesThatDoTheSamePagesOpenOneCaseEach() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(debtors.owing(500, TODAY.minusDays(i + 1L)));
        }
        Callable<Object> node =
                () -> {
                    all.forEach(customer -> process.open(customer, TODAY));
                    return true;
                };
        var threads = Executors.newFixedThreadPool(3);
        try {
            for (var done : threads.invokeAll(List.of(node, node, node))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(dunned()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(all.size());
    }

    @Test
    void aPageHoldsNoMoreThanIsAskedForInTheOrderOfTheIds() {
        for (int i = 0; i < 5; i++) {
            debtors.owing(500, TODAY.minusDays(1));
        }

        List<String> first = selection.due("", 3, TODAY);
        List<String> rest = selection.due(first.get(2), 3, TODAY);

        assertThat(first).hasSize(3).isSorted();
        assertThat(rest).hasSize(2).isSorted();
        assertThat(rest.get(0)).isGreaterThan(first.get(2));
    }

    private List<String> dunned() {
        return desk.find(new DunningFilter(Set.of(), Set.of(), null, null), 0, 200).items().stream()
                .map(DunningRow::customerId)
                .toList();
    }
}
