package dev.innkeeper.customer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.innkeeper.api.DateForm;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.InvoiceView;
import dev.innkeeper.customer.InvoicesTaken;
import dev.innkeeper.customer.PaymentView;
import dev.innkeeper.customer.PaymentsTaken;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.customer.StayDesk;
import dev.innkeeper.customer.StayView;
import dev.innkeeper.support.FailingWrites;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import dev.innkeeper.support.TimeMachine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Files are received whole, taken row by row exactly once, and start nothing. */
@InnkeeperTest
@RecordApplicationEvents
class ImportIT {

    private static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));
    private static final String INVOICES = "number,customerId,issuedOn,dueOn,amount,settledOn\n";
    private static final String CUSTOMERS =
            "externalId,name,company,phone,registrationNumber,bornOn,firstSeenOn\n";
    private static final String STAYS =
            "externalId,customerId,kind,arrivedOn,leftOn,spend,margin\n";
    private static final String PAYMENTS = "externalId,invoice,paidOn,amount\n";

    @Autowired private ImportDesk desk;
    @Autowired private ImportWorker worker;
    @Autowired private ImportRunner runner;
    @Autowired private Imports imports;
    @Autowired private ReceivablesDesk receivables;
    @Autowired private StayDesk stays;
    @Autowired private CustomerDesk customers;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private TimeMachine time;
    @Autowired private FailingWrites writes;

    @Test
    void takesInvoicesAsAnotherSystemWritesThem(ApplicationEvents events) throws IOException {
        var done =
                taken(
                        new ImportOrder(
                                ImportKind.INVOICES,
                                DateForm.MONTH_DAY_YEAR,
                                StandardCharsets.UTF_8,
                                null,
                                List.of("Region"),
                                "receivables.csv"),
                        """
                        Region,countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate
                        EU,406,9322-YCTQO,4/6/2012,0009888306,2/10/2013,3/12/2013,105.92,No,3/17/2013,Electronic,35,5
                        EU,818,5148-SYKLB,8/28/2013,0018104516,1/27/2012,2/26/2012,94,Yes,2/22/2012,Paper,26,0
                        EU,406,9322-YCTQO,4/6/2012,0009888307,3/10/2013,4/9/2013,12.5,No,,Paper,,
                        """);

        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done).extracting(ImportView::rows, ImportView::taken).containsExactly(3L, 3L);
        assertThat(done.bytesDone()).isEqualTo(done.bytes());
        assertThat(receivables.invoices("9322-YCTQO", 0, 10).items())
                .extracting(
                        InvoiceView::number,
                        InvoiceView::issuedOn,
                        InvoiceView::open,
                        InvoiceView::settledOn,
                        InvoiceView::imported)
                .containsExactly(
                        tuple(
                                "0009888307",
                                LocalDate.of(2013, 3, 10),
                                Money.of("12.50"),
                                null,
                                true),
                        tuple(
                                "0009888306",
                                LocalDate.of(2013, 2, 10),
                                Money.ZERO,
                                LocalDate.of(2013, 3, 17),
                                true));
        assertThat(receivables.payments("9322-YCTQO", 0, 10).items())
                .extracting(PaymentView::externalId, PaymentView::amount)
                .containsExactly(tuple("0009888306/settled", Money.of("105.92")));
        assertThat(receivables.invoice("0018104516").disputed()).isTrue();
        var customer = customers.read(receivables.invoice("0009888306").customerId());
        assertThat(customer.contact()).isEqualTo(new Contact(null, "9322-YCTQO", null, null, null));
        assertThat(customer.firstSeenAt()).isEqualTo("2013-02-09T16:00:00Z");
        assertThat(customers.timeLine(customer.id()))
                .singleElement()
                .satisfies(entered -> assertThat(entered.what()).contains(done.number().value()));
        assertThat(events.stream(InvoicesTaken.class))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.imported()).isTrue();
                            assertThat(told.customerIds()).hasSize(2).contains(customer.id());
                            assertThat(told.earliest()).isEqualTo(LocalDate.of(2012, 1, 27));
                        });
        assertThat(events.stream(PaymentsTaken.class)).hasSize(1);
    }

    @Test
    void reportsBadRowsByLineAndTakesTheRest() throws IOException {
        var done =
                taken(
                        ImportKind.INVOICES,
                        INVOICES
                                + """
                                I1,C1,2026-01-01,2026-01-31,100,
                                I2,C1,2026-01-01,2026-01-31,-5,
                                I3,C1,2026-01-01,2026-01-31,1.005,

                                I4,,01/02/2026,2026-01-31,"1,000.00",
                                I5,C1,2026-01-01,2025-12-31,100,
                                I6,C1,2026-01-01,2026-01-31,100,2026-03-03
                                I7,C1,2026-01-01,2026-01-31
                                I8,C1,2026-01-01,2026-01-31,0,
                                I9,CUS-000000,2026-01-01,2026-01-31,100,
                                I10,C2,2026-01-01,2026-01-31,100,2026-01-05
                                """);

        assertThat(done)
                .extracting(ImportView::rows, ImportView::taken, ImportView::refused)
                .containsExactly(10L, 2L, 8L);
        assertThat(problems(done))
                .extracting(ImportProblem::line, ImportProblem::field)
                .containsExactly(
                        tuple(3L, "amount"),
                        tuple(4L, "amount"),
                        tuple(6L, "customerId"),
                        tuple(6L, "issuedOn"),
                        tuple(6L, "amount"),
                        tuple(7L, "dueOn"),
                        tuple(8L, "settledOn"),
                        tuple(9L, ""),
                        tuple(10L, "amount"),
                        tuple(11L, "customerId"));
        assertThat(problems(done))
                .allSatisfy(
                        problem -> {
                            assertThat(problem.message()).contains(" | ");
                            assertThat(problem.remedy()).contains(" | ");
                        });
        assertThat(jdbc.queryForList("SELECT number FROM invoice", String.class))
                .containsExactlyInAnyOrder("I1", "I10");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM customer", Integer.class))
                .as("no customer of a refused row")
                .isEqualTo(2);
    }

    @Test
    void aLaterFileSaysWhatIsNewOfInvoices() throws IOException {
        taken(
                ImportKind.INVOICES,
                INVOICES
                        + """
                        I1,C1,2026-01-01,2026-01-31,100,
                        I2,C1,2026-01-01,2026-01-31,100,2026-02-01
                        I3,C1,2026-01-01,2026-01-31,100,
                        I4,C1,2026-01-01,2026-01-31,100,2026-02-01
                        """);

        var done =
                taken(
                        ImportKind.INVOICES,
                        INVOICES
                                + """
                                I1,C1,2026-01-01,2026-01-31,100,2026-02-15
                                I2,C1,2026-01-01,2026-01-31,100,
                                I3,C1,2026-01-02,2026-02-01,120.50,
                                I4,C1,2026-01-01,2026-01-31,100,2026-02-03
                                I2,C1,2026-01-01,2026-01-31,90,2026-02-01
                                I3,C2,2026-01-02,2026-02-01,120.50,
                                I5,C1,2026-02-01,2026-03-01,10,
                                I5,C1,2026-02-01,2026-03-01,10,
                                I5,C2,2026-02-01,2026-03-01,10,
                                """);

        assertThat(done)
                .extracting(
                        ImportView::taken,
                        ImportView::changed,
                        ImportView::unchanged,
                        ImportView::refused)
                .containsExactly(1L, 3L, 2L, 3L);
        assertThat(problems(done))
                .extracting(ImportProblem::line, ImportProblem::field)
                .containsExactly(
                        tuple(6L, "amount"), tuple(7L, "customerId"), tuple(10L, "customerId"));
        assertThat(receivables.invoice("I1").settledOn()).isEqualTo(LocalDate.of(2026, 2, 15));
        assertThat(receivables.invoice("I2").settledOn())
                .as("an empty cell takes nothing back")
                .isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(receivables.invoice("I3").open()).isEqualTo(Money.of("120.50"));
        assertThat(receivables.invoice("I4").settledOn()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(receivables.payments("C1", 0, 10).items())
                .extracting(PaymentView::externalId, PaymentView::paidOn)
                .containsExactlyInAnyOrder(
                        tuple("I1/settled", LocalDate.of(2026, 2, 15)),
                        tuple("I2/settled", LocalDate.of(2026, 2, 1)),
                        tuple("I4/settled", LocalDate.of(2026, 2, 3)));
    }

    @Test
    void takesPaymentsOfInvoicesThatAreThere() throws IOException {
        received(
                ImportKind.INVOICES,
                INVOICES + "I1,C1,2026-01-01,2026-01-31,100,\nI2,C1,2026-01-01,2026-01-31,50,\n");
        var payments =
                received(
                        ImportKind.PAYMENTS,
                        PAYMENTS
                                + """
                                P1,I1,2026-02-01,60
                                P2,I1,2026-02-05,40
                                P3,I1,2026-02-05,0.01
                                P4,I9,2026-02-05,1
                                P5,I2,2026-02-05,20
                                P5,I2,2026-02-05,20
                                P5,I2,2026-02-05,21
                                P6,I2,2026-03-03,20
                                """);
        worker.work();

        var done = desk.read(payments.number());
        assertThat(done)
                .as("payments wait for the invoices that were sent before them")
                .extracting(ImportView::taken, ImportView::unchanged, ImportView::refused)
                .containsExactly(3L, 1L, 4L);
        assertThat(problems(done))
                .extracting(ImportProblem::line, ImportProblem::field)
                .containsExactly(
                        tuple(4L, "amount"),
                        tuple(5L, "invoice"),
                        tuple(8L, "externalId"),
                        tuple(9L, "paidOn"));
        assertThat(receivables.invoice("I1").settledOn()).isEqualTo(LocalDate.of(2026, 2, 5));
        assertThat(receivables.invoice("I2").open()).isEqualTo(Money.of("30"));

        var corrected = taken(ImportKind.PAYMENTS, PAYMENTS + "P2,I1,2026-02-07,40\n");
        assertThat(corrected.changed()).isEqualTo(1);
        assertThat(receivables.invoice("I1").settledOn()).isEqualTo(LocalDate.of(2026, 2, 7));
    }

    @Test
    void takesStaysAndSaysWhenTheCustomerWasSeen() throws IOException {
        var done =
                taken(
                        ImportKind.STAYS,
                        STAYS
                                + """
                                S1,G1,,2025-05-01,2025-05-03,1280.50,400
                                S2,G1,visit,2025-06-01,,300,-20.5
                                S3,G1,BALL,2025-06-01,,300,
                                S4,G1,EVENT,2025-06-01,2025-05-01,300,
                                """);

        assertThat(done).extracting(ImportView::taken, ImportView::refused).containsExactly(2L, 2L);
        assertThat(problems(done))
                .extracting(ImportProblem::field)
                .containsExactly("kind", "leftOn");
        assertThat(stays.stays("G1", 0, 10).items())
                .extracting(StayView::externalId, StayView::leftOn, StayView::imported)
                .containsExactly(
                        tuple("S2", LocalDate.of(2025, 6, 1), true),
                        tuple("S1", LocalDate.of(2025, 5, 3), true));
        assertThat(lastVisit()).isEqualTo("2025-06-01");

        var corrected =
                taken(
                        ImportKind.STAYS,
                        STAYS
                                + "S2,G1,VISIT,2025-05-20,2025-05-20,310,\n"
                                + "S1,G1,STAY,2025-05-01,2025-05-03,1280.5,400.00\n"
                                + "S1,G2,STAY,2025-05-01,2025-05-03,1280.5,400.00\n");
        assertThat(corrected)
                .extracting(ImportView::changed, ImportView::unchanged, ImportView::refused)
                .containsExactly(1L, 1L, 1L);
        assertThat(lastVisit()).isEqualTo("2025-05-20");
    }

    private String lastVisit() {
        return jdbc.queryForObject(
                "SELECT last_visit_on FROM customer ORDER BY id LIMIT 1", String.class);
    }

    @Test
    void recognisesCustomersByTheirIdAndElseByWhatTheyGave() throws IOException {
        String known =
                customers
                        .enter(
                                new Contact("李伟", null, "13800138000", null, null),
                                Tier.KEY_ACCOUNT,
                                PMS)
                        .id();

        var done =
                taken(
                        ImportKind.CUSTOMERS,
                        CUSTOMERS
                                + """
                                G1,,华东贸易,+86 138 0013 8000,,,2020-05-01
                                G2,王芳,,139 0000 1111,,1990-02-28,
                                G3,,恒远机械,,91310000-MA1FL1234X,,
                                G4,,恒远,,91310000MA1FL1234X,,
                                G5,,,,,,
                                G6,赵敏,,,,2026-03-03,
                                """);

        assertThat(done)
                .extracting(ImportView::taken, ImportView::changed, ImportView::refused)
                .containsExactly(4L, 1L, 1L);
        assertThat(problems(done)).extracting(ImportProblem::field).containsExactly("bornOn");
        var learnt = customers.read(known);
        assertThat(learnt.contact())
                .isEqualTo(new Contact("李伟", "华东贸易", "+86 138 0013 8000", null, null));
        assertThat(learnt.firstSeenAt()).isEqualTo("2020-04-30T16:00:00Z");
        assertThat(customers.timeLine(known))
                .last()
                .satisfies(
                        line -> assertThat(line.note()).isEqualTo("company, phone, firstSeenOn"));
        assertThat(
                        jdbc.queryForList(
                                "SELECT contact FROM customer_clash WHERE kind = 'REGISTRY'",
                                String.class))
                .as("two customers of one system with one registration number")
                .containsExactly("91310000MA1FL1234X");
        assertThat(companies()).containsExactlyInAnyOrder("华东贸易", "恒远机械", "恒远", "G5");

        var again =
                taken(
                        ImportKind.CUSTOMERS,
                        CUSTOMERS
                                + """
                                G1,,华东贸易,,,,
                                G3,,恒远机械（苏州）,,,,
                                G5,孙丽,,13700001111,,,
                                """);
        assertThat(again)
                .extracting(ImportView::changed, ImportView::unchanged)
                .containsExactly(2L, 1L);
        assertThat(companies()).contains("恒远机械（苏州）");
        assertThat(
                        customers
                                .match(new Contact(null, null, "13700001111", null, null), PMS)
                                .orElseThrow()
                                .contact()
                                .name())
                .isEqualTo("孙丽");
    }

    private List<String> companies() {
        return jdbc.queryForList(
                "SELECT contact_company FROM customer WHERE contact_company IS NOT NULL",
                String.class);
    }

    @Test
    void tellsCustomersOfSeveralSystemsApart() throws IOException {
        var opera =
                new ImportOrder(
                        ImportKind.CUSTOMERS,
                        DateForm.ISO,
                        StandardCharsets.UTF_8,
                        "opera",
                        List.of(),
                        null);
        taken(opera, CUSTOMERS + "17,,华东贸易,13800138000,,,\n");
        var simphony =
                new ImportOrder(
                        ImportKind.CUSTOMERS,
                        DateForm.ISO,
                        StandardCharsets.UTF_8,
                        "simphony",
                        List.of(),
                        null);

        var done = taken(simphony, CUSTOMERS + "17,,恒远机械,,,,\n18,,华东贸易,13800138000,,,\n");

        assertThat(done).extracting(ImportView::taken, ImportView::changed).containsExactly(1L, 1L);
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT COUNT(DISTINCT customer_id) FROM customer_contact
                                WHERE contact IN ('opera:17', 'simphony:18')
                                """,
                                Integer.class))
                .as("the same customer in both systems, by the telephone")
                .containsExactly(1);
    }

    @Test
    void readsWhatSpreadsheetsInChinaWrite() throws IOException {
        var charset = Charset.forName("GB18030");
        var order =
                new ImportOrder(ImportKind.CUSTOMERS, DateForm.ISO, charset, null, List.of(), null);

        desk.receive(
                order,
                new ByteArrayInputStream("externalId;company\nG1;苏州恒远\n".getBytes(charset)),
                PMS);
        worker.work();

        assertThat(companies()).containsExactly("苏州恒远");
    }

    @Test
    void startsNothing() throws IOException {
        Map<String, Long> before = running();

        taken(ImportKind.INVOICES, INVOICES + "I1,C1,2020-01-01,2020-01-31,100000,\n");
        taken(ImportKind.STAYS, STAYS + "S1,C1,STAY,2020-01-01,2020-01-31,100000,\n");

        assertThat(running()).isEqualTo(before);
    }

    /** Tables of what runs: processes, tasks, notices. */
    private Map<String, Long> running() {
        return RowCounts.of(jdbc).entrySet().stream()
                .filter(
                        table ->
                                table.getKey().startsWith("ACT_")
                                        || table.getKey().startsWith("notification")
                                        || table.getKey().startsWith("outbox"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void theSameFileIsTakenOnceUnlessRowsOfItWereRefused() throws IOException {
        var file = INVOICES + "I1,C1,2026-01-01,2026-01-31,100,\n";
        var first = received(ImportKind.INVOICES, file);
        var second = desk.receive(order(ImportKind.INVOICES), stream(file), PMS);
        worker.work();
        var third = desk.receive(order(ImportKind.INVOICES), stream(file), PMS);

        assertThat(second.repeated()).isTrue();
        assertThat(third.repeated()).isTrue();
        assertThat(second.view().number()).isEqualTo(first.number());
        assertThat(third.view().number()).isEqualTo(first.number());
        assertThat(count("import_piece")).isEqualTo(1);

        var payments = PAYMENTS + "P1,I7,2026-02-01,60\n";
        assertThat(taken(ImportKind.PAYMENTS, payments).refused()).isEqualTo(1);
        taken(ImportKind.INVOICES, INVOICES + "I7,C1,2026-01-01,2026-01-31,100,\n");
        assertThat(taken(ImportKind.PAYMENTS, payments).taken())
                .as("the invoice is there now")
                .isEqualTo(1);
    }

    @Test
    void anotherNodeGoesOnWhereOneWasKilled() throws IOException {
        var file = received(ImportKind.INVOICES, INVOICES + invoices(2500));
        var job = claimedBy("a node that is killed").orElseThrow();
        var chunks = new int[1];
        runner.run(job, "a node that is killed", () -> chunks[0]++ == 1);

        assertThat(desk.read(file.number()))
                .extracting(ImportView::state, ImportView::rows)
                .containsExactly(ImportState.RUNNING, 1000L);
        assertThat(worker.work()).as("as long as the node may live").isZero();
        time.advance(Duration.ofSeconds(31));
        assertThat(worker.work()).isEqualTo(1500);
        assertThat(runner.run(job, "a node that is killed", () -> false))
                .as("what the killed node still has in mind does no harm")
                .isZero();

        var done = desk.read(file.number());
        assertThat(done)
                .extracting(ImportView::state, ImportView::rows, ImportView::taken)
                .containsExactly(ImportState.DONE, 2500L, 2500L);
        assertThat(count("invoice")).isEqualTo(2500);
        assertThat(count("payment")).isEqualTo(1250);
        assertThat(count("customer")).isEqualTo(100);
    }

    @Test
    void aFileWaitsWhileAnotherNodeWorksOnTheOneBefore() throws IOException {
        received(ImportKind.INVOICES, INVOICES + invoices(3));
        received(ImportKind.PAYMENTS, PAYMENTS + "P1,I1,2026-02-01,1\n");
        claimedBy("another node");

        assertThat(worker.work()).isZero();
        time.advance(Duration.ofSeconds(31));
        assertThat(worker.work()).isEqualTo(4);
    }

    @Test
    void whereverAWriteFailsEachRowIsTakenOnce() throws IOException {
        for (int nth = 1; ; nth++) {
            jdbc.update("DELETE FROM payment");
            jdbc.update("DELETE FROM invoice");
            jdbc.update("DELETE FROM data_import");
            var file = received(ImportKind.INVOICES, INVOICES + invoices(40) + "bad\n");
            writes.failAt(nth);
            boolean failed = false;
            try {
                worker.work();
            } catch (RuntimeException told) {
                failed = true;
            } finally {
                writes.stop();
            }
            worker.work();

            var done = desk.read(file.number());
            assertThat(done)
                    .as("after write %d failed", nth)
                    .extracting(
                            ImportView::state,
                            ImportView::rows,
                            ImportView::taken,
                            ImportView::refused)
                    .containsExactly(ImportState.DONE, 41L, 40L, 1L);
            assertThat(problems(done)).hasSize(1);
            assertThat(count("invoice")).isEqualTo(40);
            assertThat(count("payment")).isEqualTo(20);
            if (!failed) {
                assertThat(nth).as("writes of one import").isGreaterThan(8);
                return;
            }
        }
    }

    @Test
    void saysFromWhichLineAFileCannotBeRead() throws IOException {
        var open = INVOICES + invoices(2) + "I9,\"C1,2026-01-01,2026-01-31,1,\n";
        var done = taken(ImportKind.INVOICES, open + invoices(40_000));

        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(done.taken()).isEqualTo(2);
        assertThat(done.stopped().line()).isEqualTo(4);
        assertThat(done.stopped().remedy()).contains("quotation mark");
        assertThat(taken(ImportKind.INVOICES, INVOICES + invoices(3)).taken())
                .as("the next file is not held up")
                .isEqualTo(1);
    }

    @Test
    void anImportIsStoppedAndWhatWasTakenStays() throws IOException {
        var file = received(ImportKind.INVOICES, INVOICES + invoices(2500));
        var job = claimedBy("a node").orElseThrow();
        var chunks = new int[1];
        runner.run(
                job,
                "a node",
                () -> {
                    if (chunks[0]++ == 1) {
                        desk.cancel(file.number(), PMS);
                    }
                    return false;
                });

        var stopped = desk.read(file.number());
        assertThat(stopped.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(count("invoice")).isEqualTo(1000).isEqualTo((int) stopped.rows());
        assertThat(worker.work()).isZero();
        assertThat(desk.cancel(file.number(), PMS).state()).isEqualTo(ImportState.CANCELLED);
        var again = taken(ImportKind.INVOICES, INVOICES + invoices(2500));
        assertThat(again)
                .extracting(ImportView::taken, ImportView::unchanged)
                .containsExactly(1500L, 1000L);
        assertThatThrownBy(() -> desk.cancel(again.number(), PMS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_NOW));
    }

    @Test
    void keepsNothingOfAFileThatDoesNotComeInWhole() {
        var broken =
                new InputStream() {
                    private final InputStream start = stream(INVOICES + invoices(40_000));

                    @Override
                    public int read() throws IOException {
                        int next = start.read();
                        if (next < 0) {
                            throw new IOException("The caller has gone");
                        }
                        return next;
                    }
                };

        assertThatThrownBy(() -> desk.receive(order(ImportKind.INVOICES), broken, PMS))
                .isInstanceOf(IOException.class);

        assertThat(count("data_import")).isZero();
        assertThat(count("import_piece")).isZero();
    }

    @Test
    void forgetsFilesThatAreOverForLong() throws IOException {
        var done = taken(ImportKind.INVOICES, INVOICES + invoices(2));
        time.advance(Duration.ofDays(6));
        worker.tidy();
        assertThat(count("import_piece")).isEqualTo(1);

        time.advance(Duration.ofDays(2));
        worker.tidy();
        assertThat(count("import_piece")).isZero();
        assertThat(desk.read(done.number()).taken()).isEqualTo(2);
    }

    private Optional<Imports.Job> claimedBy(String node) {
        return transaction.execute(
                status -> imports.claim(node, time.now(), time.now().plus(Duration.ofSeconds(30))));
    }

    /** So many invoices of a hundred customers, every second one settled. */
    private static String invoices(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        n ->
                                "I%d,C%d,2026-01-01,2026-01-31,100,%s\n"
                                        .formatted(n, n % 100, n % 2 == 0 ? "2026-02-01" : ""))
                .collect(Collectors.joining());
    }

    private int count(String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }

    private List<ImportProblem> problems(ImportView view) {
        return desk.problems(view.number(), 0, 100).items();
    }

    private static ImportOrder order(ImportKind kind) {
        return new ImportOrder(kind, DateForm.ISO, StandardCharsets.UTF_8, null, List.of(), null);
    }

    private static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private ImportView received(ImportKind kind, String file) throws IOException {
        return desk.receive(order(kind), stream(file), PMS).view();
    }

    private ImportView taken(ImportKind kind, String file) throws IOException {
        return taken(order(kind), file);
    }

    private ImportView taken(ImportOrder order, String file) throws IOException {
        var received = desk.receive(order, stream(file), PMS).view();
        worker.work();
        return desk.read(received.number());
    }
}
