package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.support.InnkeeperTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** One customer's invoices, small enough to be added up by hand. */
@InnkeeperTest
@RecordApplicationEvents
class ReceivablesDeskIT {

    private static final Actor FINANCE = new Actor("finance1", Set.of(Group.FINANCE));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired private ReceivablesDesk desk;
    @Autowired private CustomerDesk customers;

    private String trader;
    private String newcomer;

    @BeforeEach
    void aCustomerOfAYear() {
        trader = customer("13800138000");
        newcomer = customer("13800138001");
        invoice("I1", "2025-02-01", "2025-03-03", "500", false);
        pay("P1", "I1", "2025-04-02", "500");
        invoice("I2", "2025-06-01", "2025-07-01", "1200", false);
        pay("P2", "I2", "2025-06-20", "1200");
        invoice("I3", "2025-12-01", "2025-12-31", "900.50", false);
        pay("P3", "I3", "2026-01-10", "300.50");
        invoice("I4", "2026-02-10", "2026-03-12", "399.50", true);
    }

    @Test
    void addsUpWhatIsKnownToday() {
        assertThat(desk.read(trader, TODAY))
                .isEqualTo(
                        new Receivables(
                                trader,
                                Money.of("2500"),
                                new BigDecimal("15.00"),
                                30,
                                Money.of("999.50"),
                                Money.of("600"),
                                61,
                                new BigDecimal("15.98"),
                                new BigDecimal("145.9"),
                                Money.of("208.33")));
    }

    @Test
    void addsUpWhatWasKnownOnADayOfThePast() {
        assertThat(desk.read(trader, LocalDate.of(2026, 1, 5)))
                .as("before the part payment of I3, and before I4")
                .isEqualTo(
                        new Receivables(
                                trader,
                                Money.of("2600.50"),
                                new BigDecimal("15.00"),
                                30,
                                Money.of("900.50"),
                                Money.of("900.50"),
                                5,
                                new BigDecimal("0.00"),
                                new BigDecimal("126.4"),
                                Money.of("216.70")));
        assertThat(desk.read(trader, LocalDate.of(2025, 3, 20)))
                .as("before anything was paid")
                .isEqualTo(
                        new Receivables(
                                trader,
                                Money.of("500"),
                                new BigDecimal("0.00"),
                                0,
                                Money.of("500"),
                                Money.of("500"),
                                17,
                                new BigDecimal("0.00"),
                                new BigDecimal("365.0"),
                                Money.of("41.66")));
    }

    @Test
    void readsManyAtOnceAndNothingOfWhoWasNeverInvoiced() {
        var read = desk.read(List.of(trader, newcomer), TODAY);

        assertThat(read).containsOnlyKeys(trader, newcomer);
        assertThat(read.get(trader)).isEqualTo(desk.read(trader, TODAY));
        assertThat(read.get(newcomer).openBalance()).isEqualTo(Money.ZERO);
        assertThat(read.get(newcomer).dso()).isEqualTo("0.0");
        assertThat(desk.read(List.of(), TODAY)).isEmpty();
    }

    @Test
    void theBalanceCountsEverythingOpenAndNoDisputedInvoiceAsOverdue() {
        assertThat(desk.balance(trader, TODAY))
                .isEqualTo(new OpenBalance(Money.of("999.50"), Money.of("600"), 61));
        assertThat(desk.balance(trader, TODAY.plusDays(30)).overdue())
                .as("I4 is due by then, but disputed")
                .isEqualTo(Money.of("600"));
        assertThat(desk.balance(newcomer, TODAY))
                .isEqualTo(new OpenBalance(Money.ZERO, Money.ZERO, 0));
    }

    @Test
    void listsWhatIsOverdueWithTheOldestFirst() {
        assertThat(desk.overdue(trader, TODAY.plusDays(30)))
                .containsExactly(
                        new OverdueInvoice(
                                "I3", LocalDate.of(2025, 12, 31), 91, Money.of("600"), false),
                        new OverdueInvoice(
                                "I4", LocalDate.of(2026, 3, 12), 20, Money.of("399.50"), true));
        assertThat(desk.overdue(trader, LocalDate.of(2026, 1, 5)))
                .extracting(OverdueInvoice::open)
                .containsExactly(Money.of("900.50"));
        assertThat(desk.overdue(newcomer, TODAY)).isEmpty();
    }

    @Test
    void findsWhoIsOverdueForMoreThanSoManyDaysPageByPage() {
        invoice(newcomer, "N1", "2025-11-01", "2025-12-01", "10", false);

        assertThat(desk.customersOverdue("", 10, TODAY, 60)).containsExactly(trader, newcomer);
        assertThat(desk.customersOverdue("", 10, TODAY, 61)).containsExactly(newcomer);
        assertThat(desk.customersOverdue("", 1, TODAY, 0)).containsExactly(trader);
        assertThat(desk.customersOverdue(trader, 1, TODAY, 0)).containsExactly(newcomer);
        assertThat(desk.customersOverdue("", 10, LocalDate.of(2025, 12, 2), 0))
                .as("I3 was not due then")
                .containsExactly(newcomer);
    }

    @Test
    void theLastPaymentSettlesAnInvoiceHoweverLateItIsEntered() {
        pay("P5", "I3", "2026-02-20", "500");
        pay("P4", "I3", "2026-02-10", "100");

        assertThat(desk.invoice("I3").settledOn()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(desk.invoice("I3").open()).isEqualTo(Money.ZERO);
        assertThat(desk.read(trader, LocalDate.of(2026, 2, 15)).overdueNow())
                .isEqualTo(Money.of("500"));
    }

    @Test
    void takesNothingTwiceAndNothingThatContradicts(ApplicationEvents events) {
        var before = events.stream(InvoicesTaken.class).count();

        assertThat(invoice("I1", "2025-02-01", "2025-03-03", "500", false).open())
                .isEqualTo(Money.ZERO);
        assertThat(pay("P3", "I3", "2026-01-10", "300.50").amount()).isEqualTo(Money.of("300.50"));

        assertThat(desk.read(trader, TODAY).openBalance()).isEqualTo(Money.of("999.50"));
        assertThat(events.stream(InvoicesTaken.class)).hasSize((int) before);
        assertRefused("number", () -> invoice("I1", "2025-02-01", "2025-03-03", "501", false));
        assertRefused(
                "number", () -> invoice(newcomer, "I1", "2025-02-01", "2025-03-03", "500", false));
        assertRefused("externalId", () -> pay("P3", "I3", "2026-01-10", "1"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused("amount", () -> pay("P9", "I3", "2026-02-01", "600.01"));
        assertRefused("amount", () -> pay("P9", "I2", "2026-02-01", "0.01"));
        assertRefused("amount", () -> pay("P9", "I3", "2026-02-01", "0"));
        assertRefused("paidOn", () -> pay("P9", "I3", "2026-03-03", "1"));
        assertRefused("invoice", () -> pay("P9", "I9", "2026-03-01", "1"));
        assertRefused("issuedOn", () -> invoice("I9", "2026-03-03", "2026-03-30", "1", false));
        assertRefused("dueOn", () -> invoice("I9", "2026-02-03", "2026-02-02", "1", false));
        assertRefused("amount", () -> invoice("I9", "2026-02-03", "2026-03-02", "0", false));
        assertRefused(
                "customerId",
                () -> invoice("CUS-000000", "I9", "2026-02-03", "2026-03-02", "1", false));

        assertThat(desk.read(trader, TODAY).openBalance())
                .as("nothing of it is kept")
                .isEqualTo(Money.of("999.50"));
    }

    @Test
    void tellsWhoseInvoicesAndPaymentsWereEntered(ApplicationEvents events) {
        assertThat(events.stream(InvoicesTaken.class))
                .contains(new InvoicesTaken(Set.of(trader), LocalDate.of(2025, 2, 1), false));
        assertThat(events.stream(PaymentsTaken.class))
                .contains(new PaymentsTaken(Set.of(trader), false));
    }

    @Test
    void aDisputeIsNotedWithItsReasonAndTold(ApplicationEvents events) {
        desk.dispute("I3", true, "The minibar was not used", FINANCE);

        assertThat(desk.balance(trader, TODAY).oldestDaysOverdue()).isZero();
        assertThat(desk.read(trader, TODAY).disputedShare()).isEqualTo("52.00");
        assertThat(events.stream(InvoiceDisputed.class))
                .containsExactly(new InvoiceDisputed(trader, "I3", true));
        assertThat(customers.timeLine(trader))
                .last()
                .satisfies(
                        change -> {
                            assertThat(change.event()).isEqualTo("INVOICE_DISPUTED");
                            assertThat(change.note()).isEqualTo("The minibar was not used");
                        });

        desk.dispute("I3", true, "Said twice", FINANCE);
        assertThat(events.stream(InvoiceDisputed.class)).hasSize(1);
        desk.dispute("I3", false, "The guest agrees", FINANCE);
        assertThat(desk.balance(trader, TODAY).oldestDaysOverdue()).isEqualTo(61);
        assertRefused("reason", () -> desk.dispute("I3", true, " ", FINANCE));
        assertRefused("invoice", () -> desk.dispute("I9", true, "x", FINANCE));
    }

    @Test
    void listsInvoicesAndPaymentsWithTheNewestFirst() {
        assertThat(desk.invoices(trader, 0, 2).total()).isEqualTo(4);
        assertThat(desk.invoices(trader, 0, 2).items())
                .extracting(InvoiceView::number)
                .containsExactly("I4", "I3");
        assertThat(desk.payments(trader, 1, 2).items())
                .extracting(PaymentView::externalId)
                .containsExactly("P2", "P1");
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal.remedy()).contains(" | ");
                        });
    }

    private String customer(String phone) {
        return customers
                .enter(new Contact("李伟", null, phone, null, null), Tier.PROMISING_SMALL, FINANCE)
                .id();
    }

    private InvoiceView invoice(
            String number, String issued, String due, String amount, boolean disputed) {
        return invoice(trader, number, issued, due, amount, disputed);
    }

    private InvoiceView invoice(
            String customer,
            String number,
            String issued,
            String due,
            String amount,
            boolean disputed) {
        return desk.takeInvoice(
                new NewInvoice(
                        number,
                        customer,
                        LocalDate.parse(issued),
                        LocalDate.parse(due),
                        Money.of(amount),
                        disputed),
                FINANCE);
    }

    private PaymentView pay(String id, String invoice, String day, String amount) {
        return desk.takePayment(
                new NewPayment(id, invoice, LocalDate.parse(day), Money.of(amount)), FINANCE);
    }
}
