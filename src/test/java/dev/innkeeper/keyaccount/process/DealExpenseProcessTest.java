package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.keyaccount.SampleDeals.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.ExpenseDesk;
import dev.innkeeper.keyaccount.ExpenseState;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.Refusals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** An expense of a deal, walked through its process. */
@InnkeeperTest
class DealExpenseProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired private DealDesk deals;
    @Autowired private ExpenseDesk desk;
    @Autowired private ExpenseProcess process;
    private SampleDeals samples;
    private Desks desks;
    private int receipts;

    @BeforeEach
    void openTheDesks(@Autowired AutowireCapableBeanFactory beans) {
        desks = beans.createBean(Desks.class);
        samples = new SampleDeals(deals);
    }

    private CaseNumber claimed(CaseNumber deal, long yuan) {
        return process.claim(deal, journey(yuan), SALES);
    }

    private NewExpense journey(long yuan) {
        receipts++;
        return new NewExpense(
                ExpenseKind.TRAVEL, Money.of(yuan), TODAY, "Site visit", "", "R-" + receipts);
    }

    private Desks.Case expense(CaseNumber number) {
        return desks.of(ExpenseProcess.KEY, number);
    }

    private ExpenseState state(CaseNumber number) {
        return desk.progress(number).state();
    }

    @Test
    void withinThePlanItIsBookedAtOnce() {
        CaseNumber deal = samples.pursued("Meetings");

        CaseNumber number = claimed(deal, 1_000);

        assertThat(state(number)).isEqualTo(ExpenseState.BOOKED);
        assertThat(deals.read(deal).spent()).isEqualTo(Money.of(1_000));
        assertThat(expense(number).isRunning()).isFalse();
        assertThat(expense(number).walked())
                .containsExactly(
                        "expenseClaimed",
                        "registerExpense",
                        "auditExpense",
                        "verdictOnExpense",
                        "bookExpense",
                        "expenseBooked");
        assertThat(expense(number).kept())
                .containsExactlyInAnyOrder("verdict", "approverGroup", "approved");
    }

    @Test
    void aboveThePlanItIsBookedWhenSomebodyApproved() {
        CaseNumber deal = samples.pursued("Meetings");
        CaseNumber number = claimed(deal, 1_100);
        var expense = expense(number);
        assertThat(expense.open()).containsExactly("approveExpense");
        assertThat(expense.candidates("approveExpense"))
                .containsExactly("customer-service-manager");
        assertThat(deals.read(deal).spent()).isEqualTo(Money.ZERO);

        expense.complete("approveExpense", "manager1", Map.of("approved", "yes"));

        assertThat(state(number)).isEqualTo(ExpenseState.BOOKED);
        assertThat(deals.read(deal).spent()).isEqualTo(Money.of(1_100));
        assertThat(expense.walked())
                .containsSubsequence(
                        "approveExpense", "isExpenseApproved", "bookExpense", "expenseBooked");
    }

    @Test
    void itIsNotBookedWhereSomebodyRefused() {
        CaseNumber deal = samples.pursued("Meetings");
        CaseNumber number = claimed(deal, 1_101);
        var expense = expense(number);
        assertThat(expense.candidates("approveExpense")).containsExactly("general-manager");

        assertThatThrownBy(
                        () -> expense.complete("approveExpense", "gm1", Map.of("approved", "no")))
                .satisfies(
                        failure ->
                                assertThat(Refusals.within(failure).map(Refusal::field))
                                        .contains("reason"));
        expense.complete("approveExpense", "gm1", Map.of("approved", "no", "reason", "Too dear"));

        assertThat(state(number)).isEqualTo(ExpenseState.REFUSED);
        assertThat(deals.read(deal).spent()).isEqualTo(Money.ZERO);
        assertThat(expense.isRunning()).isFalse();
        assertThat(expense.walked())
                .containsSubsequence("approveExpense", "isExpenseApproved", "expenseRefused")
                .doesNotContain("bookExpense");
    }

    @Test
    void theRulesRefuseItAtOnce() {
        CaseNumber number = claimed(samples.lost("Meetings", "Hilton"), 10);

        assertThat(state(number)).isEqualTo(ExpenseState.REFUSED);
        assertThat(expense(number).walked())
                .containsSubsequence("auditExpense", "verdictOnExpense", "expenseRefused")
                .doesNotContain("approveExpense", "bookExpense");
    }

    @Test
    void somebodyOfTheTeamClaimsInTheTasklist() {
        CaseNumber deal = samples.pursued("Meetings");

        String number = desks.start(ExpenseProcess.KEY, "banquet1", form(deal.value()));

        assertThat(number).startsWith("EXP-2026-");
        var claim = desk.task(new CaseNumber(number)).expense();
        assertThat(claim.state()).isEqualTo(ExpenseState.BOOKED);
        assertThat(claim.claimedBy()).isEqualTo("banquet1");
        assertThat(claim.amount()).isEqualTo(Money.of("860.5"));
        assertThat(claim.spentOn()).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(expense(claim.number()).kept())
                .containsExactlyInAnyOrder("verdict", "approverGroup", "approved");
    }

    private static TreeMap<String, Object> form(String deal) {
        var form = new TreeMap<String, Object>();
        form.put("dealNumber", deal);
        form.put("kind", "ENTERTAINMENT");
        form.put("amount", "860.5");
        form.put("spentOn", "2026-02-27");
        form.put("purpose", "Lunch after the site visit");
        form.put("present", "Ms Chen and two of her team");
        form.put("receipt", "INV-044120");
        return form;
    }

    @Test
    void theStartFormNamesTheFieldAtFault() {
        CaseNumber deal = samples.pursued("Meetings");
        for (var wrong :
                Map.of(
                                "dealNumber", "12",
                                "kind", "GIFTS",
                                "amount", "much",
                                "spentOn", "yesterday",
                                "purpose", " ",
                                "present", "",
                                "receipt", "")
                        .entrySet()) {
            var form = form(deal.value());
            form.put(wrong.getKey(), wrong.getValue());
            var field = wrong.getKey().equals("dealNumber") ? "number" : wrong.getKey();
            assertThatThrownBy(() -> desks.start(ExpenseProcess.KEY, "sales1", form))
                    .satisfies(
                            failure ->
                                    assertThat(Refusals.within(failure).map(Refusal::field))
                                            .as(failure.toString())
                                            .contains(field));
        }
        assertThat(desk.ofDeal(deal, 0, 50).total()).isZero();
    }

    @Test
    void ofTwoClaimsAtOnceOnlyOneFitsUnderTheLine() throws Exception {
        CaseNumber deal = samples.pursued("Meetings");
        var together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Callable<CaseNumber>> claims =
                    List.of(at(together, deal, journey(600)), at(together, deal, journey(600)));
            var states = people.invokeAll(claims).stream().map(this::stateOf).toList();

            assertThat(states)
                    .containsExactlyInAnyOrder(ExpenseState.BOOKED, ExpenseState.AWAITING_APPROVAL);
            assertThat(deals.read(deal).spent()).isEqualTo(Money.of(600));
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void ofTwoClaimsAtOnceOnOneReceiptOnlyOneIsTaken() throws Exception {
        CaseNumber deal = samples.pursued("Meetings");
        CaseNumber other = samples.pursued("Weddings");
        NewExpense claim = journey(100);
        var together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            var taken =
                    people
                            .invokeAll(
                                    List.of(at(together, deal, claim), at(together, other, claim)))
                            .stream()
                            .filter(DealExpenseProcessTest::isTaken)
                            .toList();

            assertThat(taken).hasSize(1);
            assertThat(deals.read(deal).spent().plus(deals.read(other).spent()))
                    .isEqualTo(Money.of(100));
        } finally {
            people.shutdownNow();
        }
    }

    private Callable<CaseNumber> at(CyclicBarrier together, CaseNumber deal, NewExpense claim) {
        return () -> {
            together.await();
            return process.claim(deal, claim, SALES);
        };
    }

    private ExpenseState stateOf(Future<CaseNumber> claimed) {
        try {
            return state(claimed.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isTaken(Future<CaseNumber> claimed) {
        try {
            claimed.get();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("receipt"));
            return false;
        }
    }

    @Test
    void whoeverApprovesSeesThePlanAndTheReasonsInBothLanguages() {
        CaseNumber deal = samples.pursued("Meetings");
        claimed(deal, 400);
        CaseNumber number = claimed(deal, 650);

        var shown = expense(number).shown("approveExpense", "manager1");

        assertThat(shown.get("expenseText").toString())
                .contains(number.value(), "Travel", "650.00 CNY", "sales1", "Site visit", "R-2");
        assertThat(shown.get("auditText").toString()).contains("The budget line is exceeded");
        assertThat(shown.get("auditTextZh").toString()).contains("超出预算项");
        assertThat(shown.get("linesText").toString())
                .contains(
                        "planned 1000.00 · booked 400.00 · waiting 650.00",
                        "**above the plan by 50.00 CNY**",
                        "waiting 0.00 · left 10000.00 CNY");
        assertThat(shown.get("linesTextZh").toString())
                .contains("计划 1000.00 · 已入账 400.00", "**超出计划 50.00 元**");
        assertThat(shown.get("dealText").toString()).contains(deal.value(), "华信软件");
        assertThat(shown.get("courseTextZh").toString())
                .contains("申报差旅费用650", "Site visit", "待客服经理审批");
    }
}
