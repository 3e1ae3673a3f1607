package dev.innkeeper.keyaccount;

import static dev.innkeeper.keyaccount.SampleDeals.AUDITOR;
import static dev.innkeeper.keyaccount.SampleDeals.BANQUET;
import static dev.innkeeper.keyaccount.SampleDeals.CALL_CENTRE;
import static dev.innkeeper.keyaccount.SampleDeals.FARMER;
import static dev.innkeeper.keyaccount.SampleDeals.GENERAL_MANAGER;
import static dev.innkeeper.keyaccount.SampleDeals.MANAGER;
import static dev.innkeeper.keyaccount.SampleDeals.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.ExpenseVerdict;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InnkeeperTest
class ExpenseDeskIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired private DealDesk deals;
    @Autowired private ExpenseDesk desk;
    @Autowired private TimeLine timeLine;
    @Autowired private InnkeeperClock clock;
    @Autowired private IdentityService identity;
    @Autowired private JdbcClient jdbc;
    private SampleDeals samples;
    private int receipts;

    @BeforeEach
    void noDeals() {
        samples = new SampleDeals(deals);
    }

    private NewExpense expense(ExpenseKind kind, String amount) {
        receipts++;
        return new NewExpense(
                kind, Money.of(amount), TODAY, "Site visit", "Ms Chen", "R-" + receipts);
    }

    private NewExpense journey(String amount) {
        return expense(ExpenseKind.TRAVEL, amount);
    }

    private ExpenseProgress audited(CaseNumber deal, NewExpense claim) {
        return desk.audit(desk.claim(deal, claim, SALES));
    }

    private CaseNumber waiting() {
        return audited(samples.pursued("Meetings"), journey("1050")).number();
    }

    private static void refused(ThrowingCallable call, Refusal.Kind kind, String field) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal.getMessage()).contains(" | ");
                            assertThat(refusal.remedy()).contains(" | ");
                        });
    }

    private Set<String> told(String kind) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT receiver.receiver FROM notification_receiver receiver
                                JOIN notification notice ON notice.id = receiver.notification_id
                                WHERE notice.kind = ?
                                """)
                        .param(kind)
                        .query(String.class)
                        .list());
    }

    private List<String> happened(CaseNumber number) {
        return timeLine.of(number).stream().map(TimeLineEntry::event).toList();
    }

    // By the rules

    @ParameterizedTest
    @CsvSource({
        "TRAVEL, 1000, ACCEPTED,",
        "TRAVEL, 1000.01, APPROVAL, customer-service-manager",
        "TRAVEL, 1100, APPROVAL, customer-service-manager",
        "TRAVEL, 1100.01, APPROVAL, general-manager",
        "SAMPLES, 0.01, APPROVAL, general-manager",
        "ENTERTAINMENT, 2000, ACCEPTED,",
        "ENTERTAINMENT, 2000.01, APPROVAL, general-manager"
    })
    void theVerdictTurnsAtTheLineOfThePlanAtATenthAboveItAndAtALargeEntertainment(
            ExpenseKind kind, String amount, ExpenseVerdict verdict, String approver) {
        ExpenseProgress progress = audited(samples.pursued("Meetings"), expense(kind, amount));

        assertThat(progress.verdict()).isEqualTo(verdict);
        assertThat(progress.approver()).isEqualTo(approver == null ? null : Group.of(approver));
    }

    @ParameterizedTest
    @CsvSource({"60, ACCEPTED", "61, REFUSED"})
    void anExpenseIsTooOldAfterSixtyDays(int days, ExpenseVerdict verdict) {
        NewExpense claim =
                new NewExpense(
                        ExpenseKind.TRAVEL,
                        Money.of(100),
                        TODAY.minusDays(days),
                        "Site visit",
                        "",
                        "R-old");

        assertThat(audited(samples.pursued("Meetings"), claim).verdict()).isEqualTo(verdict);
    }

    @Test
    void anExpenseOfADealThatIsOverIsRefusedAndWhoClaimsIsToldWhy() {
        CaseNumber deal = samples.lost("Meetings", "Hilton");

        ExpenseProgress progress = audited(deal, journey("10"));

        assertThat(progress.state()).isEqualTo(ExpenseState.REFUSED);
        assertThat(progress.approved()).isFalse();
        assertThat(told("expense.refused")).containsExactly("sales1");
        assertThat(desk.task(progress.number()).reasons())
                .containsExactly("The deal is closed | 商机已结案");
        assertThat(happened(deal)).contains("EXPENSE_REFUSED");
        assertThat(deals.read(deal).spent()).isEqualTo(Money.ZERO);
    }

    @Test
    void aPlanThatNobodyHasApprovedAllowsNothing() {
        ExpenseProgress progress = audited(samples.planned("Meetings"), journey("10"));

        assertThat(progress.verdict()).isEqualTo(ExpenseVerdict.APPROVAL);
        assertThat(progress.approver()).isEqualTo(Group.GENERAL_MANAGER);
    }

    @Test
    void anAcceptedExpenseIsBookedOnItsDealOnce() {
        CaseNumber deal = samples.pursued("Meetings");
        CaseNumber number = audited(deal, journey("400")).number();

        assertThat(desk.book(number).state()).isEqualTo(ExpenseState.BOOKED);

        assertThat(deals.read(deal).spent()).isEqualTo(Money.of(400));
        assertThat(told("expense.booked")).containsExactly("sales1");
        assertThat(happened(number))
                .containsExactly("EXPENSE_CLAIMED", "EXPENSE_AUDITED", "EXPENSE_BOOKED");
        assertThat(happened(deal)).contains("EXPENSE_BOOKED");
        refused(() -> desk.book(number), Refusal.Kind.NOT_NOW, "");
        refused(() -> desk.audit(number), Refusal.Kind.NOT_NOW, "");
        assertThat(deals.read(deal).spent()).isEqualTo(Money.of(400));
    }

    @Test
    void whatIsBookedAndWhatWaitsIsUsed() {
        CaseNumber deal = samples.pursued("Meetings");
        desk.book(audited(deal, journey("400")).number());
        assertThat(audited(deal, journey("601")).verdict()).isEqualTo(ExpenseVerdict.APPROVAL);

        assertThat(audited(deal, journey("99.01")).approver()).isEqualTo(Group.GENERAL_MANAGER);
        assertThat(desk.lines(deal))
                .filteredOn(line -> line.kind() == ExpenseKind.TRAVEL)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.planned()).isEqualTo(Money.of(1_000));
                            assertThat(line.spent()).isEqualTo(Money.of(400));
                            assertThat(line.waiting()).isEqualTo(Money.of("700.01"));
                            assertThat(line.left()).isEqualTo(Money.ZERO);
                            assertThat(line.over()).isEqualTo(Money.of("100.01"));
                        });
    }

    @Test
    void whatWasRefusedIsNotUsed() {
        CaseNumber deal = samples.pursued("Meetings");
        CaseNumber number = audited(deal, journey("1001")).number();
        desk.judge(number, new Verdict(false, "Fly economy"), MANAGER);

        assertThat(audited(deal, journey("1000")).verdict()).isEqualTo(ExpenseVerdict.ACCEPTED);
    }

    // Approval

    @Test
    void theManagerApprovesAndTheExpenseIsBooked() {
        CaseNumber number = waiting();
        assertThat(told("expense.approve")).containsExactly("customer-service-manager");

        assertThat(desk.judge(number, new Verdict(true, "Worth it"), MANAGER).approved()).isTrue();

        assertThat(desk.book(number).state()).isEqualTo(ExpenseState.BOOKED);
        ExpenseView view = desk.task(number).expense();
        assertThat(view.judgedBy()).isEqualTo("manager1");
        assertThat(view.judgedAt()).isCloseTo(clock.instant(), within(20, ChronoUnit.SECONDS));
        assertThat(view.reason()).isEqualTo("Worth it");
    }

    @Test
    void theManagerRefusesWithAReason() {
        CaseNumber number = waiting();
        refused(
                () -> desk.judge(number, new Verdict(false, ""), MANAGER),
                Refusal.Kind.INVALID,
                "reason");

        ExpenseProgress progress = desk.judge(number, new Verdict(false, "Too dear"), MANAGER);

        assertThat(progress.state()).isEqualTo(ExpenseState.REFUSED);
        assertThat(progress.approved()).isFalse();
        assertThat(told("expense.refused")).containsExactly("sales1");
        refused(() -> desk.book(number), Refusal.Kind.NOT_NOW, "");
        refused(() -> desk.judge(number, new Verdict(true, ""), MANAGER), Refusal.Kind.NOT_NOW, "");
    }

    @Test
    void nobodyApprovesTheirOwnExpenseNorOneOfAnotherGroup() {
        Actor managerWhoSells =
                new Actor("sales1", Set.of(Group.SALES, Group.CUSTOMER_SERVICE_MANAGER));
        CaseNumber number = waiting();

        refused(
                () -> desk.judge(number, new Verdict(true, ""), managerWhoSells),
                Refusal.Kind.FORBIDDEN,
                "");
        refused(
                () -> desk.judge(number, new Verdict(true, ""), GENERAL_MANAGER),
                Refusal.Kind.FORBIDDEN,
                "");
        refused(
                () -> desk.judge(number, new Verdict(true, ""), AUDITOR),
                Refusal.Kind.FORBIDDEN,
                "");
    }

    @Test
    void theNextLevelApprovesWhereNobodyElseOfTheGroupIsThere() {
        CaseNumber deal = samples.pursued("Meetings");
        identity.deleteMembership("manager2", Group.CUSTOMER_SERVICE_MANAGER.id());
        try {
            CaseNumber number = desk.claim(deal, journey("1050"), MANAGER);
            assertThat(desk.audit(number).approver()).isEqualTo(Group.GENERAL_MANAGER);
        } finally {
            identity.createMembership("manager2", Group.CUSTOMER_SERVICE_MANAGER.id());
        }
    }

    // Who and what

    @Test
    void theOwnerTheTeamAndTheirSuperiorsClaim() {
        CaseNumber deal = samples.pursued("Meetings");
        Actor supervisor = new Actor("supervisor1", Set.of(Group.SUPERVISOR));

        for (Actor one : List.of(SALES, BANQUET, supervisor, MANAGER, GENERAL_MANAGER)) {
            desk.claim(deal, journey("10"), one);
        }
        for (Actor stranger : List.of(CALL_CENTRE, FARMER, AUDITOR)) {
            refused(() -> desk.claim(deal, journey("10"), stranger), Refusal.Kind.FORBIDDEN, "");
        }
    }

    @Test
    void aClaimSaysWhatWasSpentWhenAndWhy() {
        CaseNumber deal = samples.pursued("Meetings");
        wrong(deal, "amount", ExpenseKind.TRAVEL, "0", TODAY, "Visit", "", "R");
        wrong(deal, "spentOn", ExpenseKind.TRAVEL, "1", TODAY.plusDays(1), "Visit", "", "R");
        wrong(deal, "spentOn", ExpenseKind.TRAVEL, "1", LocalDate.of(1999, 12, 31), "V", "", "R");
        wrong(deal, "purpose", ExpenseKind.TRAVEL, "1", TODAY, " ", "", "R");
        wrong(deal, "present", ExpenseKind.ENTERTAINMENT, "1", TODAY, "Dinner", "", "R");
        wrong(deal, "receipt", ExpenseKind.TRAVEL, "1", TODAY, "Visit", "", "");
        wrong(deal, "receipt", ExpenseKind.TRAVEL, "1", TODAY, "Visit", "", "r".repeat(101));
        assertThat(desk.ofDeal(deal, 0, 50).total()).isZero();
    }

    private void wrong(
            CaseNumber deal,
            String field,
            ExpenseKind kind,
            String amount,
            LocalDate spentOn,
            String purpose,
            String present,
            String receipt) {
        NewExpense claim =
                new NewExpense(kind, Money.of(amount), spentOn, purpose, present, receipt);
        refused(() -> desk.claim(deal, claim, SALES), Refusal.Kind.INVALID, field);
    }

    @Test
    void todayIsTodayWhereTheHouseIs() {
        CaseNumber deal = samples.pursued("Meetings");
        clock.moveTo(TODAY.atTime(16, 30).toInstant(ZoneOffset.UTC));

        desk.claim(
                deal,
                new NewExpense(
                        ExpenseKind.TRAVEL, Money.of(1), TODAY.plusDays(1), "Taxi", "", "R-next"),
                SALES);
    }

    @Test
    void aReceiptIsPaidOnceUnlessItWasRefused() {
        CaseNumber deal = samples.pursued("Meetings");
        CaseNumber other = samples.pursued("Weddings");
        NewExpense claim = journey("1050");
        CaseNumber number = audited(deal, claim).number();

        assertThatThrownBy(() -> desk.claim(other, claim, SALES))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("receipt"))
                .hasMessageContaining(number.value());

        desk.judge(number, new Verdict(false, "It belongs to the other deal"), MANAGER);
        desk.claim(other, claim, SALES);
    }

    @Test
    void theClaimsOfADealAreListedLatestFirst() {
        CaseNumber deal = samples.pursued("Meetings");
        CaseNumber first = desk.claim(deal, journey("1"), SALES);
        clock.advance(Duration.ofMinutes(1));
        CaseNumber second = desk.claim(deal, journey("2"), BANQUET);
        desk.claim(samples.pursued("Weddings"), journey("3"), SALES);

        assertThat(desk.ofDeal(deal, 0, 50).items())
                .extracting(ExpenseView::number)
                .containsExactly(second, first);
        assertThat(desk.ofDeal(deal, 1, 1).items())
                .extracting(ExpenseView::number)
                .containsExactly(first);
        assertThat(desk.ofDeal(deal, 1, 1).total()).isEqualTo(2);
        CaseNumber unknown = new CaseNumber("DEA-2026-999999");
        refused(() -> desk.ofDeal(unknown, 0, 50), Refusal.Kind.UNKNOWN, "number");
        refused(() -> desk.task(new CaseNumber("EXP-2026-999999")), Refusal.Kind.UNKNOWN, "number");
    }
}
