package dev.innkeeper.creditreview.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.Debtors;
import dev.innkeeper.creditreview.DunningAction;
import dev.innkeeper.creditreview.DunningActionKind;
import dev.innkeeper.creditreview.DunningCall;
import dev.innkeeper.creditreview.DunningCourse;
import dev.innkeeper.creditreview.DunningDesk;
import dev.innkeeper.creditreview.DunningOpened;
import dev.innkeeper.creditreview.DunningState;
import dev.innkeeper.creditreview.DunningView;
import dev.innkeeper.creditreview.facts.DunningStage;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.support.Walks;
import dev.innkeeper.workflow.Refusals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way that overdue invoices can go through the diagram of dunning. */
@InnkeeperTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DunningProcessTest {

    private static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Actor GENERAL_MANAGER = new Actor("gm1", Set.of(Group.GENERAL_MANAGER));

    @Autowired private DunningDesk desk;
    @Autowired private DunningProcess process;
    @Autowired private CreditDesk credit;
    @Autowired private CustomerDesk customers;
    @Autowired private ReceivablesDesk receivables;
    @Autowired private TimeMachine time;
    @Autowired private Staff staff;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @Autowired private HistoryService history;
    @Autowired private RepositoryService repository;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    private final Walks walks = new Walks(getClass());
    private Debtors debtors;

    @BeforeEach
    void debtors() {
        debtors = new Debtors(customers, receivables, credit, jdbc, transactions);
    }

    @AfterEach
    void noteWhatWasWalked() {
        walks.note(history);
    }

    @AfterAll
    void everyElementIsWalked() {
        walks.coverEveryElementOf(repository, DunningProcess.KEY);
    }

    @Test
    void aBillThatNobodyPaysIsRemindedCalledWrittenForAndHandedOver() {
        String customer = debtors.owing(500, TODAY.minusDays(1));
        CaseNumber dunning = open(customer);
        assertThat(view(dunning).stage()).isEqualTo(DunningStage.REMINDER);
        assertThat(staff.open(dunning)).isEmpty();

        until(15);
        assertThat(staff.open(dunning)).isEmpty();
        until(16);
        assertThat(staff.open(dunning)).containsExactly("callDebtor");
        assertThat(staff.candidates(dunning, "callDebtor")).containsExactly("finance");
        call(dunning, Map.of("reached", "yes", "words", "They look into it"));
        assertThat(staff.open(dunning)).isEmpty();

        until(30);
        assertThat(staff.open(dunning)).isEmpty();
        assertThat(credit.standing(customer).hold()).isFalse();
        until(31);
        assertThat(staff.open(dunning)).containsExactly("sendLetter");
        assertThat(credit.standing(customer).hold()).isTrue();
        staff.complete(dunning, "sendLetter", "finance1", Map.of("letterReference", "R-17"));

        until(60);
        assertThat(staff.open(dunning)).isEmpty();
        until(61);
        assertThat(staff.candidates(dunning, "takeOver")).containsExactly("general-manager");
        staff.complete(
                dunning,
                "takeOver",
                "gm1",
                Map.of("course", "LAWYER", "words", "No answer to any of it"));

        assertThat(view(dunning).state()).isEqualTo(DunningState.HANDED_OVER);
        assertThat(view(dunning).course()).isEqualTo(DunningCourse.LAWYER);
        assertThat(isRunning(dunning)).isFalse();
        assertThat(credit.standing(customer).hold()).isTrue();
        assertThat(credit.standing(customer).openDunning()).isNull();
        assertThat(actions(dunning))
                .containsExactly(
                        DunningActionKind.REMINDER,
                        DunningActionKind.CALL,
                        DunningActionKind.LETTER,
                        DunningActionKind.TAKE_OVER);
        assertThat(events(dunning))
                .containsSubsequence(
                        "DUNNING_OPENED",
                        "DUNNING_JUDGED",
                        "REMINDER_SENT",
                        "DUNNING_JUDGED",
                        "DEBTOR_CALLED",
                        "DUNNING_JUDGED",
                        "CREDIT_HELD",
                        "LETTER_SENT",
                        "DUNNING_JUDGED",
                        "DEBT_TAKEN_OVER");
        assertThat(staff.walked(dunning, DunningProcess.KEY))
                .containsSubsequence(
                        "debtFound",
                        "checkDebt",
                        "whatIsToBeDone",
                        "waitForNews",
                        "nextCheckReached",
                        "callDebtor",
                        "isHandedOver",
                        "waitForNews",
                        "sendLetter",
                        "takeOver",
                        "isHandedOver",
                        "debtHandedOver");
    }

    @Test
    void theReminderGoesToTheCustomerByMailAndToFinance() {
        CaseNumber dunning = open(debtors.owing(500, TODAY.minusDays(3)));

        assertThat(told("dunning.bill")).containsExactly(view(dunning).customerId());
        assertThat(told("dunning.reminder")).containsExactly("finance");
        assertThat(events(dunning)).containsOnlyOnce("REMINDER_SENT");
    }

    @Test
    void aDebtThatIsPaidEndsTheCaseAndLiftsItsHold() {
        String customer = debtors.customer();
        String invoice = debtors.invoice(customer, 500, TODAY.minusDays(40));
        CaseNumber dunning = open(customer);
        assertThat(staff.open(dunning)).containsExactly("sendLetter");
        assertThat(credit.standing(customer).hold()).isTrue();

        debtors.pay(invoice, 500, TODAY);
        time.runDueJobs();

        assertThat(view(dunning).state()).isEqualTo(DunningState.PAID);
        assertThat(isRunning(dunning)).isFalse();
        assertThat(credit.standing(customer).hold()).isFalse();
        assertThat(told("dunning.paid")).containsExactly("finance");
        assertThat(told("dunning.released"))
                .containsExactlyInAnyOrder("finance", "sales", "key-account-service");
        assertThat(staff.walked(dunning, DunningProcess.KEY))
                .endsWith("checkDebt", "whatIsToBeDone", "debtPaid");
    }

    @Test
    void aHoldOfAPersonStaysWhenTheDebtIsPaid() {
        String customer = debtors.customer();
        String invoice = debtors.invoice(customer, 500, TODAY.minusDays(40));
        credit.hold(customer, "Cheque returned", Debtors.FINANCE);
        CaseNumber dunning = open(customer);
        assertThat(events(dunning)).doesNotContain("CREDIT_HELD");

        debtors.pay(invoice, 500, TODAY);
        time.runDueJobs();

        assertThat(view(dunning).state()).isEqualTo(DunningState.PAID);
        assertThat(credit.standing(customer).hold()).isTrue();
    }

    @Test
    void aPartOfTheDebtChangesTheFiguresOfATaskButNotWhoHasIt() {
        String customer = debtors.customer();
        String invoice = debtors.invoice(customer, 500, TODAY.minusDays(20));
        CaseNumber dunning = open(customer);
        var before = staff.task(dunning, "callDebtor");
        staff.as("finance2", () -> tasks.claim(before.getId(), "finance2"));

        debtors.pay(invoice, 200, TODAY);
        time.runDueJobs();

        var after = staff.task(dunning, "callDebtor");
        assertThat(after.getAssignee()).isEqualTo("finance2");
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(staff.shown(dunning, "callDebtor").get("caseText").toString())
                .contains("300.00 CNY");
        assertThat(events(dunning)).containsOnlyOnce("DUNNING_JUDGED");
        assertThat(told("dunning.call")).containsExactly("finance");
    }

    @Test
    void aTaskThatNobodyDoesStaysOverdueAndWithWhoTookIt() {
        CaseNumber dunning = open(debtors.owing(500, TODAY.minusDays(16)));
        var before = staff.task(dunning, "callDebtor");
        staff.as("finance2", () -> tasks.claim(before.getId(), "finance2"));

        time.moveTo(at(TODAY.plusDays(10)));

        var after = staff.task(dunning, "callDebtor");
        assertThat(after.getAssignee()).isEqualTo("finance2");
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(after.getDueDate().toInstant()).isBefore(time.now());
    }

    @Test
    void aCallThatIsNotMadeGivesWayToTheLetter() {
        CaseNumber dunning = open(debtors.owing(500, TODAY.minusDays(16)));
        staff.as(
                "finance2",
                () -> tasks.claim(staff.task(dunning, "callDebtor").getId(), "finance2"));

        time.moveTo(at(TODAY.plusDays(15)));

        assertThat(staff.open(dunning)).containsExactly("sendLetter");
        assertThat(staff.task(dunning, "sendLetter").getAssignee()).isNull();
        assertThat(staff.walked(dunning, DunningProcess.KEY)).contains("nextStageReached");
    }

    @Test
    void anOlderBillThatIsPaidTakesTheTaskBackUntilTheStageRisesAgain() {
        String customer = debtors.customer();
        String old = debtors.invoice(customer, 500, TODAY.minusDays(20));
        debtors.invoice(customer, 700, TODAY.minusDays(2));
        CaseNumber dunning = open(customer);
        assertThat(staff.open(dunning)).containsExactly("callDebtor");

        debtors.pay(old, 500, TODAY);
        time.runDueJobs();
        assertThat(staff.open(dunning)).isEmpty();
        assertThat(view(dunning).stage()).isEqualTo(DunningStage.REMINDER);
        assertThat(actions(dunning)).isEmpty();

        time.moveTo(at(TODAY.plusDays(14)));
        assertThat(staff.open(dunning)).containsExactly("callDebtor");
        assertThat(staff.walked(dunning, DunningProcess.KEY)).contains("debtChangedMeanwhile");
    }

    @Test
    void aPromiseIsWaitedFor() {
        CaseNumber dunning = open(debtors.owing(500, TODAY.minusDays(29)));
        LocalDate promised = TODAY.plusDays(5);
        call(dunning, Map.of("reached", "yes", "promisedUntil", promised.toString()));
        assertThat(view(dunning).nextCheckAt()).isEqualTo(at(promised.plusDays(1)));

        time.moveTo(at(promised));
        assertThat(staff.open(dunning)).isEmpty();
        assertThat(view(dunning).stage()).isEqualTo(DunningStage.CALL);
        assertThat(events(dunning)).doesNotContain("PROMISE_BROKEN");

        time.moveTo(at(promised.plusDays(1)));
        assertThat(events(dunning)).containsOnlyOnce("PROMISE_BROKEN");
        assertThat(told("dunning.broken")).containsExactly("finance");
        assertThat(staff.open(dunning)).containsExactly("sendLetter");
        assertThat(staff.shown(dunning, "sendLetter").get("earlier").toString())
                .contains("reached", "promised until " + promised);
    }

    @Test
    void aPartPaymentDoesNotEndAPromise() {
        String customer = debtors.customer();
        String invoice = debtors.invoice(customer, 500, TODAY.minusDays(30));
        CaseNumber dunning = open(customer);
        LocalDate promised = TODAY.plusDays(5);
        call(dunning, Map.of("reached", "yes", "promisedUntil", promised.toString()));

        time.moveTo(at(TODAY.plusDays(3)));
        debtors.pay(invoice, 100, TODAY.plusDays(3));
        time.runDueJobs();

        assertThat(staff.open(dunning)).isEmpty();
        assertThat(view(dunning).overdue().amount()).isEqualByComparingTo("400");
        assertThat(view(dunning).nextCheckAt()).isEqualTo(at(promised.plusDays(1)));
        assertThat(staff.walked(dunning, DunningProcess.KEY)).contains("debtChanged");
    }

    @Test
    void aCustomerWhoIsNotReachedIsCalledAgainOnTheDayThatIsSaid() {
        CaseNumber dunning = open(debtors.owing(500, TODAY.minusDays(16)));
        LocalDate again = TODAY.plusDays(2);

        call(dunning, Map.of("reached", "no", "callAgainOn", again.toString()));
        time.moveTo(at(TODAY.plusDays(1)));
        assertThat(staff.open(dunning)).isEmpty();

        time.moveTo(at(again));
        assertThat(staff.open(dunning)).containsExactly("callDebtor");
        call(dunning, Map.of("reached", "no"));
        time.moveTo(at(TODAY.plusDays(14)));
        assertThat(staff.open(dunning)).isEmpty();
    }

    @Test
    void disputedInvoicesPauseAndComeBack() {
        String customer = debtors.customer();
        String invoice = debtors.invoice(customer, 500, TODAY.minusDays(20));
        CaseNumber dunning = open(customer);

        call(
                dunning,
                Map.of(
                        "reached", "yes",
                        "disputedInvoices", invoice,
                        "words", "Two nights too many"));
        time.runDueJobs();
        assertThat(view(dunning).paused()).isTrue();
        assertThat(view(dunning).disputed().amount()).isEqualByComparingTo("500");
        time.moveTo(at(TODAY.plusDays(60)));
        assertThat(staff.open(dunning)).isEmpty();
        assertThat(credit.standing(customer).hold()).isFalse();

        receivables.dispute(invoice, false, "The stay was signed for", Debtors.FINANCE);
        time.runDueJobs();
        assertThat(view(dunning).paused()).isFalse();
        assertThat(staff.open(dunning)).containsExactly("takeOver");
    }

    @Test
    void aTaskThatADisputeTookBackIsThereAgainWhenTheDisputeIsOver() {
        String customer = debtors.customer();
        String invoice = debtors.invoice(customer, 500, TODAY.minusDays(20));
        CaseNumber dunning = open(customer);

        receivables.dispute(invoice, true, "Two nights too many", Debtors.FINANCE);
        time.runDueJobs();
        assertThat(staff.open(dunning)).isEmpty();

        receivables.dispute(invoice, false, "The stay was signed for", Debtors.FINANCE);
        time.runDueJobs();
        assertThat(staff.open(dunning)).containsExactly("callDebtor");
    }

    @Test
    void anInvoiceThatIsOverdueAtOnceIsNewsAndOneThatIsNotIsNone() {
        String customer = debtors.owing(50, TODAY.minusDays(40));
        CaseNumber dunning = open(customer);
        assertThat(view(dunning).stage()).isEqualTo(DunningStage.REMINDER);

        debtors.invoice(customer, 800, TODAY.plusDays(20));
        time.runDueJobs();
        assertThat(view(dunning).stage()).isEqualTo(DunningStage.REMINDER);

        debtors.invoice(customer, 800, TODAY.minusDays(1));
        time.runDueJobs();
        assertThat(staff.open(dunning)).containsExactly("sendLetter");
    }

    @Test
    void aSmallDebtIsOnlyReminded() {
        CaseNumber dunning = open(debtors.owing(99, TODAY.minusDays(1)));

        time.moveTo(at(TODAY.plusDays(90)));

        assertThat(staff.open(dunning)).isEmpty();
        assertThat(view(dunning).stage()).isEqualTo(DunningStage.REMINDER);
        assertThat(actions(dunning)).containsExactly(DunningActionKind.REMINDER);
    }

    @Test
    void financeWithdrawsACaseWhereverItStands() {
        String customer = debtors.owing(500, TODAY.minusDays(40));
        CaseNumber dunning = open(customer);
        assertThat(credit.standing(customer).hold()).isTrue();

        process.withdraw(dunning, "Set off against the deposit", Debtors.FINANCE);

        assertThat(view(dunning).state()).isEqualTo(DunningState.WITHDRAWN);
        assertThat(isRunning(dunning)).isFalse();
        assertThat(credit.standing(customer).hold()).isFalse();
        assertThat(staff.walked(dunning, DunningProcess.KEY)).contains("dunningWithdrawn");
        assertThatThrownBy(() -> process.withdraw(dunning, "Again", Debtors.FINANCE))
                .satisfies(refused(Refusal.Kind.NOT_NOW, ""));
    }

    @Test
    void whatWasWithdrawnIsTakenUpAgainByAPersonOnly() {
        String customer = debtors.owing(500, TODAY.minusDays(40));
        process.withdraw(open(customer), "Agreed otherwise", Debtors.FINANCE);

        assertThat(process.open(customer, TODAY)).isEmpty();
        assertThat(process.open(customer, TODAY, Debtors.FINANCE)).isPresent();
    }

    @Test
    void whatWasHandedOverIsNotCollectedAgainButNewDebtIs() {
        String customer = debtors.owing(500, TODAY.minusDays(70));
        CaseNumber dunning = open(customer);
        staff.complete(
                dunning, "takeOver", "gm1", Map.of("course", "INSTALMENTS", "words", "Six parts"));

        assertThat(process.open(customer, TODAY)).isEmpty();
        assertThat(process.open(customer, TODAY, Debtors.FINANCE)).isEmpty();
        debtors.invoice(customer, 300, TODAY.plusDays(10));
        time.moveTo(at(TODAY.plusDays(12)));
        CaseNumber next = open(customer);

        assertThat(next).isNotEqualTo(dunning);
        assertThat(view(next).overdue().amount()).isEqualByComparingTo("300");
        assertThat(view(next).stage()).isEqualTo(DunningStage.REMINDER);
    }

    @Test
    void nothingIsOpenedWhereNothingIsToBeCollected() {
        String customer = debtors.customer();
        assertThat(process.open(customer, TODAY)).isEmpty();
        String invoice = debtors.invoice(customer, 500, TODAY);
        assertThat(process.open(customer, TODAY)).as("due today is not overdue").isEmpty();

        time.moveTo(at(TODAY.plusDays(1)));
        receivables.dispute(invoice, true, "Never stayed", Debtors.FINANCE);
        assertThat(process.open(customer, TODAY)).as("disputed").isEmpty();
        assertThatThrownBy(() -> process.open("CUS-999999", TODAY))
                .satisfies(refused(Refusal.Kind.UNKNOWN, "customerId"));
    }

    @Test
    void aCustomerHasOneOpenCaseHoweverManyOpenIt() throws Exception {
        String customer = debtors.owing(500, TODAY.minusDays(3));
        Callable<Optional<DunningOpened>> one = () -> process.open(customer, TODAY);
        List<DunningOpened> opened = new ArrayList<>();
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var answer : threads.invokeAll(List.of(one, one, one, one))) {
                opened.add(answer.get().orElseThrow());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(opened.stream().map(DunningOpened::number).distinct()).hasSize(1);
        assertThat(opened.stream().filter(DunningOpened::isNew)).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
    }

    @Test
    void answersThatMakeNoSenseLeaveTheTaskOpen() {
        CaseNumber dunning = open(debtors.owing(500, TODAY.minusDays(20)));

        assertThatThrownBy(() -> call(dunning, Map.of()))
                .satisfies(refused(Refusal.Kind.INVALID, "reached"));
        assertThatThrownBy(
                        () ->
                                call(
                                        dunning,
                                        Map.of(
                                                "reached",
                                                "yes",
                                                "promisedUntil",
                                                TODAY.minusDays(1).toString())))
                .satisfies(refused(Refusal.Kind.INVALID, "promisedUntil"));
        assertThatThrownBy(
                        () ->
                                call(
                                        dunning,
                                        Map.of("reached", "no", "callAgainOn", TODAY.toString())))
                .satisfies(refused(Refusal.Kind.INVALID, "callAgainOn"));
        assertThatThrownBy(
                        () ->
                                call(
                                        dunning,
                                        Map.of(
                                                "reached", "yes",
                                                "disputedInvoices", "INV-404",
                                                "words", "Wrong")))
                .satisfies(refused(Refusal.Kind.INVALID, "disputedInvoices"));
        assertThatThrownBy(
                        () -> call(dunning, Map.of("reached", "yes", "disputedInvoices", "INV-1")))
                .satisfies(refused(Refusal.Kind.INVALID, "words"));
        assertThatThrownBy(
                        () -> desk.takenOver(dunning, DunningCourse.LAWYER, "x", GENERAL_MANAGER))
                .satisfies(refused(Refusal.Kind.NOT_NOW, ""));
        assertThatThrownBy(
                        () ->
                                desk.called(
                                        dunning,
                                        new DunningCall(false, null, null, List.of(), ""),
                                        GENERAL_MANAGER))
                .satisfies(refused(Refusal.Kind.FORBIDDEN, ""));
        assertThat(staff.open(dunning)).containsExactly("callDebtor");
    }

    @Test
    void theFormsShowWhatIsNeededInBothLanguages() {
        String customer = debtors.customer();
        String old = debtors.invoice(customer, 500, TODAY.minusDays(20));
        String other = debtors.invoice(customer, 70, TODAY.minusDays(5));
        receivables.dispute(other, true, "No breakfast", Debtors.FINANCE);
        CaseNumber dunning = open(customer);

        var shown = staff.shown(dunning, "callDebtor");

        assertThat(shown.get("caseText").toString())
                .contains(dunning.value(), "Galaxy Technology 1", "500.00 CNY", "20 days");
        assertThat(shown.get("caseTextZh").toString()).contains("电话催收", "500.00元", "20天");
        assertThat(shown.get("contactText").toString()).contains("Wang Li", "138 0013 0001");
        assertThat(shown.get("invoices").toString()).contains(old, "70.00", "disputed");
        assertThat(shown.get("invoicesZh").toString()).contains("已逾期5天", "有争议");
        assertThat(shown.get("reasons").toString()).contains("20 days");
        assertThat(shown.get("reasonsZh").toString()).contains("20天");
        assertThat(shown.get("soFarZh").toString()).contains("逾期500", "阶段：电话催收");
        assertThat(shown.get("creditHold")).isEqualTo(false);
    }

    @Test
    void onlyAnswersAreLeftInTheHistory() {
        CaseNumber dunning = open(debtors.owing(500, TODAY.minusDays(20)));
        call(dunning, Map.of("reached", "yes", "words", "A secret"));

        assertThat(
                        history.createHistoricVariableInstanceQuery().list().stream()
                                .map(HistoricVariableInstance::getName)
                                .distinct())
                .isSubsetOf(DunningProcess.ANSWERS)
                .contains(DunningProcess.STANDING);
    }

    // The way of one case

    private CaseNumber open(String customer) {
        CaseNumber number =
                process.open(customer, time.now().atZone(HOUSE).toLocalDate())
                        .orElseThrow()
                        .number();
        time.runDueJobs();
        return number;
    }

    /** Until the first invoice of a test, due yesterday, is overdue for so many days. */
    private void until(int daysOverdue) {
        time.moveTo(at(TODAY.plusDays(daysOverdue - 1L)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(HOUSE).toInstant();
    }

    private void call(CaseNumber dunning, Map<String, Object> answers) {
        staff.complete(dunning, "callDebtor", "finance1", answers);
    }

    private DunningView view(CaseNumber dunning) {
        return desk.view(dunning).dunning();
    }

    private List<DunningActionKind> actions(CaseNumber dunning) {
        List<DunningActionKind> kinds = new ArrayList<>();
        desk.view(dunning).actions().stream()
                .map(DunningAction::kind)
                .forEach(kind -> kinds.add(0, kind));
        return kinds;
    }

    private List<String> events(CaseNumber dunning) {
        return desk.view(dunning).timeLine().stream().map(entry -> entry.event()).toList();
    }

    private List<String> told(String kind) {
        return jdbc.sql(
                        """
                        SELECT r.receiver FROM notification n
                        JOIN notification_receiver r ON r.notification_id = n.id
                        WHERE n.kind = ?\
                        """)
                .param(kind)
                .query(String.class)
                .list();
    }

    private boolean isRunning(CaseNumber dunning) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(dunning.value())
                        .count()
                > 0;
    }

    private static Consumer<Throwable> refused(Refusal.Kind kind, String field) {
        return failure ->
                assertThat(
                                failure instanceof Refusal refusal
                                        ? Optional.of(refusal)
                                        : Refusals.within(failure))
                        .hasValueSatisfying(
                                refusal -> {
                                    assertThat(refusal.kind()).isEqualTo(kind);
                                    assertThat(refusal.field()).isEqualTo(field);
                                });
    }
}
