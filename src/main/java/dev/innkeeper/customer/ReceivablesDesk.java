package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invoices on account, their payments, and what they say of a customer on any day: each operation
 * one transaction or part of the caller's.
 */
@Service
@Transactional
public class ReceivablesDesk {

    private static final int NUMBER = 100;
    private static final int EXTERNAL_ID = 120;
    private static final int REASON = 1_000;
    private static final int LONGEST_PAGE = 200;

    private final Invoices invoices;
    private final Payments payments;
    private final LedgerCustomers customers;
    private final CustomerContacts contacts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CasefileProperties properties;

    ReceivablesDesk(
            Invoices invoices,
            Payments payments,
            LedgerCustomers customers,
            CustomerContacts contacts,
            ApplicationEventPublisher events,
            Clock clock,
            CasefileProperties properties) {
        this.invoices = invoices;
        this.payments = payments;
        this.customers = customers;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /** What the customer was invoiced, paid and owed on a day. */
    @Transactional(readOnly = true)
    public Receivables read(String customerId, LocalDate asOf) {
        return read(Set.of(customerId), asOf)
                .getOrDefault(customerId, Receivables.none(customerId));
    }

    /** The same for many, in one query; one who was never invoiced has nothing. */
    @Transactional(readOnly = true)
    public Map<String, Receivables> read(Collection<String> customerIds, LocalDate asOf) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Receivables> all = new HashMap<>(invoices.receivables(customerIds, asOf));
        customerIds.forEach(id -> all.computeIfAbsent(id, Receivables::none));
        return all;
    }

    /** What the customer owes by what is entered, from one index alone: for answers at once. */
    @Transactional(readOnly = true)
    public OpenBalance balance(String customerId, LocalDate today) {
        return invoices.balance(customerId, today);
    }

    /** The customer's invoices that were due before the day and not paid by then, oldest first. */
    @Transactional(readOnly = true)
    public List<OverdueInvoice> overdue(String customerId, LocalDate asOf) {
        return invoices.overdue(customerId, asOf);
    }

    /**
     * The customers with an invoice that was overdue for more than so many days, disputed ones
     * counted, by id.
     *
     * @param after ids up to this one are left out; empty for none
     * @param limit how many to give at most
     * @param moreThanDays 0 for all that is overdue
     */
    @Transactional(readOnly = true)
    public List<String> customersOverdue(
            String after, int limit, LocalDate asOf, int moreThanDays) {
        return invoices.customersOverdue(after, limit, asOf, asOf.minusDays(moreThanDays));
    }

    /**
     * Our id of the customer: of the one that this one was merged into.
     *
     * @param id ours, or the one in another system
     * @throws Refusal UNKNOWN where there is none, REFUSED where the customer was erased
     */
    @Transactional(readOnly = true)
    public String customer(String id) {
        return customers.current(id);
    }

    /** The customer's invoices, newest first. */
    @Transactional(readOnly = true)
    public Page<InvoiceView> invoices(String customerId, int offset, int limit) {
        return invoices.of(customers.current(customerId), offset, page(limit));
    }

    /** The customer's payments, newest first. */
    @Transactional(readOnly = true)
    public Page<PaymentView> payments(String customerId, int offset, int limit) {
        return payments.of(customers.current(customerId), offset, page(limit));
    }

    private static int page(int limit) {
        return Math.min(Math.max(limit, 1), LONGEST_PAGE);
    }

    /**
     * The invoice.
     *
     * @throws Refusal UNKNOWN where there is none
     */
    @Transactional(readOnly = true)
    public InvoiceView invoice(String number) {
        return invoices.find(number).orElseThrow(() -> unknownInvoice(number)).view();
    }

    /**
     * Enters an invoice. One that is there already, and says the same, is answered as it is.
     *
     * @throws Refusal INVALID or UNKNOWN where a field cannot be right; REFUSED where the number is
     *     that of another invoice
     */
    public InvoiceView takeInvoice(NewInvoice given, Actor by) {
        by.refuseAuditor();
        NewInvoice invoice =
                new NewInvoice(
                        Texts.required("number", given.number(), NUMBER),
                        customers.current(given.customerId()),
                        LedgerDays.notAhead("issuedOn", given.issuedOn(), today()),
                        given.dueOn(),
                        positive(given.amount()),
                        given.disputed());
        LedgerDays.inOrder("dueOn", invoice.issuedOn(), invoice.dueOn());
        if (!invoices.insert(invoice, clock.instant())) {
            return same(invoice, invoice(invoice.number()));
        }
        events.publishEvent(
                new InvoicesTaken(Set.of(invoice.customerId()), invoice.issuedOn(), false));
        return invoice(invoice.number());
    }

    private static InvoiceView same(NewInvoice given, InvoiceView there) {
        if (there.customerId().equals(given.customerId())
                && there.issuedOn().equals(given.issuedOn())
                && there.dueOn().equals(given.dueOn())
                && there.amount().equals(given.amount())) {
            return there;
        }
        throw Refusal.refused(
                "number",
                "Invoice %1$s is there with another customer, day or amount. |"
                                .formatted(there.number())
                        + " 账单%1$s已存在，但客户、日期或金额不同。".formatted(there.number()),
                "Give each invoice its own number. | 每张账单请使用各自的编号。");
    }

    /**
     * Enters a payment. One that is there already, and says the same, is answered as it is.
     *
     * @throws Refusal INVALID or UNKNOWN where a field cannot be right; REFUSED where it is more
     *     than what is open, or its id that of another payment
     */
    public PaymentView takePayment(NewPayment given, Actor by) {
        by.refuseAuditor();
        NewPayment payment =
                new NewPayment(
                        Texts.required("externalId", given.externalId(), EXTERNAL_ID),
                        Texts.required("invoice", given.invoice(), NUMBER),
                        LedgerDays.notAhead("paidOn", given.paidOn(), today()),
                        positive(given.amount()));
        Invoices.Kept invoice =
                invoices.lock(payment.invoice())
                        .orElseThrow(() -> unknownInvoice(payment.invoice()));
        if (!payments.insert(payment, invoice, clock.instant())) {
            return same(payment, there(payment.externalId()));
        }
        if (payment.amount().isMoreThan(invoice.view().open())) {
            throw overpaid(payment.invoice(), invoice.view().open());
        }
        invoices.pay(invoice.id(), payment.amount());
        events.publishEvent(new PaymentsTaken(Set.of(invoice.view().customerId()), false));
        return there(payment.externalId());
    }

    private PaymentView there(String externalId) {
        return payments.find(externalId).orElseThrow();
    }

    private static PaymentView same(NewPayment given, PaymentView there) {
        if (there.invoice().equals(given.invoice())
                && there.paidOn().equals(given.paidOn())
                && there.amount().equals(given.amount())) {
            return there;
        }
        throw otherPayment(there.externalId());
    }

    /** What is said of a payment that is more than what is open. */
    static Refusal overpaid(String invoice, Money open) {
        if (open.isZero()) {
            return Refusal.refused(
                    "amount",
                    "Invoice %1$s is paid. | 账单%1$s已付清。".formatted(invoice),
                    "Name the invoice that the payment is for. | 请填写该付款所对应的账单。");
        }
        return Refusal.refused(
                "amount",
                "Of invoice %1$s only %2$s CNY are open. | 账单%1$s仅有%2$s元未付。"
                        .formatted(invoice, open),
                "Enter at most that, and the rest as a payment of another invoice. |"
                        + " 最多填写该金额，其余请作为其他账单的付款录入。");
    }

    /** What is said of a payment whose id is that of another one. */
    static Refusal otherPayment(String externalId) {
        return Refusal.refused(
                "externalId",
                "Payment %1$s is there with another invoice, day or amount. |".formatted(externalId)
                        + " 付款%1$s已存在，但账单、日期或金额不同。".formatted(externalId),
                "Give each payment its own id. | 每笔付款请使用各自的编号。");
    }

    /**
     * Notes that the customer contests an invoice, or no longer does. Disputed invoices raise no
     * hold and no reminder, and weigh on the credit instead.
     *
     * @throws Refusal UNKNOWN where there is no such invoice, INVALID without a reason
     */
    public InvoiceView dispute(String number, boolean disputed, String reason, Actor by) {
        by.refuseAuditor();
        String why = Texts.required("reason", reason, REASON);
        Invoices.Kept invoice = invoices.lock(number).orElseThrow(() -> unknownInvoice(number));
        if (invoice.view().disputed() == disputed) {
            return invoice.view();
        }
        invoices.dispute(invoice.id(), disputed);
        Instant now = clock.instant();
        String customerId = invoice.view().customerId();
        contacts.note(
                customerId,
                disputed
                        ? new CustomerChange(
                                now,
                                by.userId(),
                                "INVOICE_DISPUTED",
                                "Invoice %1$s is disputed | 账单%1$s有争议".formatted(number),
                                why)
                        : new CustomerChange(
                                now,
                                by.userId(),
                                "DISPUTE_OVER",
                                "Invoice %1$s is no longer disputed | 账单%1$s不再有争议"
                                        .formatted(number),
                                why));
        events.publishEvent(new InvoiceDisputed(customerId, number, disputed));
        return invoice(number);
    }

    /** The amount, which is more than nothing. */
    static Money positive(Money amount) {
        if (amount.isZero()) {
            throw Refusal.invalid(
                    "amount",
                    "The amount is nothing. | 金额为零。",
                    "Give 0.01 or more. | 请填写不小于0.01的金额。");
        }
        return amount;
    }

    static Refusal unknownInvoice(String number) {
        return Refusal.unknown(
                "invoice",
                "There is no invoice %1$s. | 没有账单%1$s。".formatted(number),
                "Enter the invoice first. | 请先录入该账单。");
    }

    /** The day that it is in the house. */
    public LocalDate today() {
        return clock.instant().atZone(properties.zone()).toLocalDate();
    }
}
