package dev.innkeeper.creditreview;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.NewInvoice;
import dev.innkeeper.customer.NewPayment;
import dev.innkeeper.customer.ReceivablesDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers who owe the house something. */
public class Debtors {

    /** Somebody of finance. */
    public static final Actor FINANCE = new Actor("finance1", Set.of(Group.FINANCE));

    private final CustomerDesk customers;
    private final ReceivablesDesk receivables;
    private final CreditDesk credit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private int entered;
    private int invoices;
    private int payments;

    public Debtors(
            CustomerDesk customers,
            ReceivablesDesk receivables,
            CreditDesk credit,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.customers = customers;
        this.receivables = receivables;
        this.credit = credit;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A customer whom the house never billed. */
    public String customer() {
        entered++;
        return customers
                .enter(
                        new Contact(
                                "Wang Li",
                                "Galaxy Technology " + entered,
                                "+86 138 0013 %04d".formatted(entered),
                                "wang%d@galaxy.example".formatted(entered),
                                null),
                        Tier.PROMISING_SMALL,
                        FINANCE)
                .id();
    }

    /** A new customer with an invoice that was due on that day. */
    public String owing(long yuan, LocalDate dueOn) {
        String customer = customer();
        invoice(customer, yuan, dueOn);
        return customer;
    }

    /** One more invoice, by its number. */
    public String invoice(String customer, long yuan, LocalDate dueOn) {
        String number = "INV-" + ++invoices;
        receivables.takeInvoice(
                new NewInvoice(number, customer, dueOn.minusDays(30), dueOn, Money.of(yuan), false),
                FINANCE);
        return number;
    }

    /** A payment of today. */
    public void pay(String invoice, long yuan, LocalDate paidOn) {
        receivables.takePayment(
                new NewPayment("PAY-" + ++payments, invoice, paidOn, Money.of(yuan)), FINANCE);
    }

    /** Grants a limit as a review would. */
    public void grant(String customer, long limit, boolean cashOnly) {
        transactions.executeWithoutResult(
                status -> credit.billed(List.of(customer), LocalDate.of(2026, 1, 1)));
        jdbc.sql(
                        """
                        UPDATE credit_account
                        SET tier = 'PROMISING_SMALL', score = 70, band = 'GOOD', credit_limit = ?,
                            term_days = 30, cash_only = ?, version = version + 1
                        WHERE customer_id = ?\
                        """)
                .params(limit, cashOnly, customer)
                .update();
    }
}
