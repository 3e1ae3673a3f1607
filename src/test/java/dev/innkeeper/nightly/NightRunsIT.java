package dev.innkeeper.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Refusal;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.OneTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@InnkeeperTest
class NightRunsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<String> CUSTOMERS =
            IntStream.rangeClosed(1, 25).mapToObj("CUS-%06d"::formatted).toList();

    @Autowired private NightRecords records;
    @Autowired private OneTransaction transaction;
    @Autowired private JdbcClient jdbc;

    /** Writes down in the database whom it was given, so that what is rolled back is not there. */
    private class Roll implements NightlyWork {

        private final String name;
        private final Set<String> bad;

        Roll(String name, String... bad) {
            this.name = name;
            this.bad = Set.of(bad);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int order() {
            return name.length();
        }

        @Override
        public int pageSize() {
            return 10;
        }

        @Override
        public List<String> due(String after, int limit, LocalDate asOf) {
            return CUSTOMERS.stream().filter(id -> id.compareTo(after) > 0).limit(limit).toList();
        }

        @Override
        public int handle(List<String> customerIds, LocalDate asOf) {
            for (String id : customerIds) {
                jdbc.sql(
                                """
                                INSERT INTO customer_event
                                    (customer_id, at, actor, event, what, note)
                                VALUES (?, UTC_TIMESTAMP(3), ?, 'CALLED', '', '')
                                """)
                        .params(id, name)
                        .update();
                if (bad.contains(id)) {
                    throw new IllegalStateException("There is no room for " + id);
                }
            }
            return customerIds.size();
        }
    }

    private NightRuns runs(NightlyWork... works) {
        return new NightRuns(List.of(works), records, transaction);
    }

    private List<String> called(String work) {
        return jdbc.sql("SELECT customer_id FROM customer_event WHERE actor = ? ORDER BY id")
                .param(work)
                .query(String.class)
                .list();
    }

    @Test
    void aRunTakesEachCustomerOnceAndSaysHowManyThereWere() {
        NightRun run = runs(new Roll("roll")).run("roll", DAY);

        assertThat(called("roll")).isEqualTo(CUSTOMERS);
        assertThat(run.over()).isTrue();
        assertThat(List.of(run.looked(), run.done(), run.failed())).containsExactly(25, 25, 0);
    }

    @Test
    void aNightDoesItsWorksInOrderAndADayOnce() {
        NightRuns runs = runs(new Roll("longer"), new Roll("roll"));

        runs.night(DAY);
        runs.night(DAY);

        assertThat(called("roll")).isEqualTo(CUSTOMERS);
        assertThat(called("longer")).isEqualTo(CUSTOMERS);
        assertThat(
                        jdbc.sql("SELECT DISTINCT actor FROM customer_event ORDER BY id")
                                .query(String.class)
                                .list())
                .containsExactly("roll", "longer");

        runs.night(DAY.plusDays(1));

        assertThat(called("roll")).hasSize(50);
    }

    @Test
    void oneCustomerThatFailsIsNamedAndDoesNotStopTheNight() {
        NightRuns runs = runs(new Roll("roll", "CUS-000013", "CUS-000025"));

        NightRun run = runs.run("roll", DAY);

        assertThat(called("roll"))
                .hasSize(23)
                .doesNotContain("CUS-000013", "CUS-000025")
                .doesNotHaveDuplicates();
        assertThat(List.of(run.looked(), run.done(), run.failed())).containsExactly(25, 23, 2);
        assertThat(runs.problems(run))
                .extracting(NightProblem::customerId)
                .containsExactly("CUS-000025", "CUS-000013");
        assertThat(runs.problems(run).get(0).problem()).contains("no room for CUS-000025");
    }

    @Test
    void aRunThatBrokeOffIsGoneOnWithWhereItsLastPageEnded() {
        NightlyWork away =
                new Roll("roll") {
                    @Override
                    public int handle(List<String> ids, LocalDate asOf) {
                        int done = super.handle(ids, asOf);
                        if (ids.contains("CUS-000015")) {
                            throw new DataAccessResourceFailureException("The database is away");
                        }
                        return done;
                    }
                };

        assertThatThrownBy(() -> runs(away).night(DAY)).hasMessageContaining("away");
        assertThat(called("roll")).hasSize(10);

        runs(new Roll("roll")).night(DAY);

        assertThat(called("roll")).isEqualTo(CUSTOMERS);
    }

    @Test
    void twoNodesDoNotDoTheSamePage() throws Exception {
        CountDownLatch inThePage = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        NightlyWork slow =
                new Roll("roll") {
                    @Override
                    public int handle(List<String> ids, LocalDate asOf) {
                        inThePage.countDown();
                        try {
                            goOn.await(30, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return super.handle(ids, asOf);
                    }
                };
        AtomicReference<NightRun> first = new AtomicReference<>();
        Thread node = new Thread(() -> first.set(runs(slow).run("roll", DAY)));
        node.start();
        inThePage.await(30, TimeUnit.SECONDS);

        runs(new Roll("roll")).night(DAY);
        List<String> meanwhile = called("roll");
        goOn.countDown();
        node.join();

        assertThat(meanwhile).isEmpty();
        assertThat(first.get().over()).isTrue();
        assertThat(called("roll")).isEqualTo(CUSTOMERS);
    }

    @Test
    void aRunStartedAgainByHandLooksAtEverybodyAgain() {
        NightRuns runs = runs(new Roll("roll"));

        runs.run("roll", DAY);
        NightRun again = runs.run("roll", DAY);

        assertThat(called("roll")).hasSize(50);
        assertThat(again.looked()).isEqualTo(25);
    }

    @Test
    void aWorkThatDoesNotExistIsRefusedWithTheNamesOfThoseThatDo() {
        assertThatThrownBy(() -> runs(new Roll("roll")).run("role", DAY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.remedy()).contains("roll"));
    }
}
