package dev.innkeeper.creditreview.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.creditreview.CreditReviewFile;
import dev.innkeeper.creditreview.CreditReviewState;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.NewInvoice;
import dev.innkeeper.customer.NewPayment;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;

/** Customers with invoices, and the people who review their credit. */
public class CreditOffice {

    public static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));
    public static final Actor KEY_ACCOUNTS =
            new Actor("keyaccount1", Set.of(Group.KEY_ACCOUNT_SERVICE));
    public static final Actor FINANCE = new Actor("finance1", Set.of(Group.FINANCE));
    public static final Actor GENERAL_MANAGER = new Actor("gm1", Set.of(Group.GENERAL_MANAGER));
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** A customer of whom everybody thinks well: 80 of 100 throughout. */
    public static final Map<String, Object> GOOD_COMPANY =
            Map.of("company", 80, "market", 80, "economy", 80, "companyWords", "Long known");

    public static final Map<String, Object> GOOD_FINANCES =
            Map.of("finances", 80, "guarantees", 80, "financesWords", "Accounts of 2025");

    /** A customer of whom nobody thinks much: 40 of 100 throughout. */
    public static final Map<String, Object> WEAK_COMPANY =
            Map.of("company", 40, "market", 40, "economy", 40);

    public static final Map<String, Object> WEAK_FINANCES =
            Map.of("finances", 40, "guarantees", 40);

    public static final Map<String, Object> APPROVED = Map.of("verdict", "APPROVE");

    private final CreditReviewProcess process;
    private final CreditReviewDesk desk;
    private final CreditDesk credits;
    private final CustomerDesk customers;
    private final ReceivablesDesk receivables;
    private final Staff staff;
    private final TimeMachine time;
    private final RuntimeService runtime;
    private int customersSoFar;
    private int invoices;

    CreditOffice(
            CreditReviewProcess process,
            CreditReviewDesk desk,
            CreditDesk credits,
            CustomerDesk customers,
            ReceivablesDesk receivables,
            Staff staff,
            TimeMachine time,
            RuntimeService runtime) {
        this.process = process;
        this.desk = desk;
        this.credits = credits;
        this.customers = customers;
        this.receivables = receivables;
        this.staff = staff;
        this.time = time;
        this.runtime = runtime;
    }

    /** A key account that was never billed. */
    public String customer() {
        return customer(Tier.KEY_ACCOUNT);
    }

    /** A customer of this tier that was never billed. */
    public String customer(Tier tier) {
        customersSoFar++;
        return customers
                .enter(
                        new Contact(
                                null,
                                "Customer " + customersSoFar,
                                "1390000" + (1000 + customersSoFar),
                                null,
                                null),
                        tier,
                        PMS)
                .id();
    }

    /** A key account that paid 120,000 CNY in time, two months ago: 10,000 a month. */
    public String goodCustomer() {
        return goodCustomer(Tier.KEY_ACCOUNT);
    }

    public String goodCustomer(Tier tier) {
        var customer = customer(tier);
        pay(invoice(customer, 120_000, "2026-01-05", "2026-02-05"), 120_000, "2026-02-05");
        return customer;
    }

    public String invoice(String customer, long yuan, String issued, String due) {
        invoices++;
        var number = "INV-" + invoices;
        receivables.takeInvoice(
                new NewInvoice(
                        number,
                        customer,
                        LocalDate.parse(issued),
                        LocalDate.parse(due),
                        Money.of(yuan),
                        false),
                PMS);
        return number;
    }

    public void pay(String invoice, long yuan, String on) {
        receivables.takePayment(
                new NewPayment(
                        "PAY-" + invoice + "-" + on, invoice, LocalDate.parse(on), Money.of(yuan)),
                PMS);
    }

    /** A review of the customer, opened today because finance asked for it. */
    public OneReview review(String customer) {
        return review(customer, FINANCE);
    }

    public OneReview review(String customer, Actor by) {
        var today = LocalDate.ofInstant(time.now(), ZoneId.of("Asia/Shanghai"));
        var opened =
                process.open(
                        customer,
                        CreditCause.REQUEST,
                        "request " + time.now() + " " + by.userId(),
                        today,
                        "Please look at it",
                        by);
        time.runDueJobs();
        return new OneReview(opened.number());
    }

    /** The review that is open for the customer. */
    public OneReview open(String customer) {
        var number = credits.standing(customer).openReview();
        assertThat(number).as("the open review of %s", customer).isNotNull();
        time.runDueJobs();
        return new OneReview(number);
    }

    /** The terms of a customer who was reviewed and thought well of. */
    public OneReview reviewed(String customer) {
        return review(customer, KEY_ACCOUNTS)
                .assessed(GOOD_COMPANY, GOOD_FINANCES)
                .complete(CreditReviewTasks.APPROVE, "finance2", APPROVED);
    }

    /** Answers with more, or others, for some of the fields. */
    public static Map<String, Object> and(Map<String, Object> answers, Map<String, Object> more) {
        var all = new HashMap<>(answers);
        all.putAll(more);
        return all;
    }

    /** One review on its way. */
    public final class OneReview {

        public final CaseNumber number;

        OneReview(CaseNumber number) {
            this.number = number;
        }

        public OneReview complete(String task, String user, Map<String, Object> answers) {
            staff.complete(number, task, user, answers);
            time.runDueJobs();
            return this;
        }

        public OneReview assessed(Map<String, Object> company, Map<String, Object> finances) {
            return complete(CreditReviewTasks.ASSESS_COMPANY, "info1", company)
                    .complete(CreditReviewTasks.ASSESS_FINANCES, "finance1", finances);
        }

        public CreditReviewFile file() {
            return desk.view(number);
        }

        public CreditReviewState state() {
            return file().review().state();
        }

        public List<String> tasks() {
            return staff.open(number);
        }

        public Map<String, Object> shown(String task) {
            return staff.shown(number, task);
        }

        public Set<String> candidates(String task) {
            return staff.candidates(number, task);
        }

        public List<String> walked() {
            return staff.walked(number, CreditReviewProcess.KEY);
        }

        public boolean isRunning() {
            return runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(number.value(), CreditReviewProcess.KEY)
                            .count()
                    > 0;
        }
    }
}
