package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Utc;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments of the past, taken many at once and known by their ids. */
@Service
@Transactional
public class PaymentHistory {

    private static final int EXTERNAL_ID = 120;
    private static final int NUMBER = 100;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CasefileProperties properties;

    PaymentHistory(
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            ApplicationEventPublisher events,
            Clock clock,
            CasefileProperties properties) {
        this.jdbc = jdbc;
        this.named = named;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /** An invoice while payments are laid over it. */
    private static final class Held {

        private final long id;
        private final String number;
        private final String customerId;
        private BigDecimal open;
        private boolean changed;

        Held(long id, String number, String customerId, BigDecimal open) {
            this.id = id;
            this.number = number;
            this.customerId = customerId;
            this.open = open;
        }
    }

    /** A payment that is there or is to be entered. */
    private static final class Paid {

        private final NewPayment payment;
        private final boolean isNew;
        private LocalDate paidOn;
        private boolean changed;

        Paid(NewPayment payment, boolean isNew) {
            this.payment = payment;
            this.isNew = isNew;
            this.paidOn = payment.paidOn();
        }
    }

    /**
     * Takes the rows that can be taken.
     *
     * @return what became of each, in their order
     * @throws org.springframework.dao.DuplicateKeyException where somebody entered one of them at
     *     the same moment: to be done again
     */
    public List<PastRow> take(List<NewPayment> rows, PastSource source) {
        source.by().refuseAuditor();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, properties.zone());
        PastRows<NewPayment> checked = new PastRows<>(rows, row -> checked(row, today));
        Map<String, Held> invoices = invoices(checked.say(NewPayment::invoice));
        Map<String, Paid> payments = payments(checked.say(NewPayment::externalId));
        List<PastRow> outcomes = checked.lay(row -> lay(row, invoices, payments));
        write(invoices, payments.values(), now);
        return outcomes;
    }

    private static NewPayment checked(NewPayment row, LocalDate today) {
        return new NewPayment(
                Texts.required("externalId", row.externalId(), EXTERNAL_ID),
                Texts.required("invoice", row.invoice(), NUMBER),
                LedgerDays.notAhead("paidOn", row.paidOn(), today),
                ReceivablesDesk.positive(row.amount()));
    }

    private static PastRow lay(
            NewPayment row, Map<String, Held> invoices, Map<String, Paid> payments) {
        Held invoice = invoices.get(row.invoice());
        if (invoice == null) {
            throw ReceivablesDesk.unknownInvoice(row.invoice());
        }
        Paid there = payments.get(row.externalId());
        if (there == null) {
            if (row.amount().amount().compareTo(invoice.open) > 0) {
                throw ReceivablesDesk.overpaid(invoice.number, new Money(invoice.open));
            }
            invoice.open = invoice.open.subtract(row.amount().amount());
            invoice.changed = true;
            payments.put(row.externalId(), new Paid(row, true));
            return PastRow.TAKEN;
        }
        if (!there.payment.invoice().equals(row.invoice())
                || !there.payment.amount().equals(row.amount())) {
            throw ReceivablesDesk.otherPayment(row.externalId());
        }
        if (there.paidOn.equals(row.paidOn())) {
            return PastRow.UNCHANGED;
        }
        there.paidOn = row.paidOn();
        there.changed = true;
        invoice.changed = true;
        return PastRow.CHANGED;
    }

    private Map<String, Held> invoices(List<String> numbers) {
        Map<String, Held> invoices = new HashMap<>();
        if (numbers.isEmpty()) {
            return invoices;
        }
        named.query(
                """
                SELECT id, number, customer_id, open_amount FROM invoice
                WHERE number IN (:numbers) FOR UPDATE
                """,
                Map.of("numbers", numbers),
                row -> {
                    String number = row.getString("number");
                    invoices.put(
                            number,
                            new Held(
                                    row.getLong("id"),
                                    number,
                                    row.getString("customer_id"),
                                    row.getBigDecimal("open_amount")));
                });
        return invoices;
    }

    private Map<String, Paid> payments(List<String> ids) {
        Map<String, Paid> payments = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return payments;
        }
        named.query(
                """
                SELECT payment.external_id, invoice.number, payment.paid_on, payment.amount
                FROM payment JOIN invoice ON invoice.id = payment.invoice_id
                WHERE payment.external_id IN (:ids)
                """,
                Map.of("ids", ids),
                row -> {
                    String id = row.getString("external_id");
                    payments.put(
                            id,
                            new Paid(
                                    new NewPayment(
                                            id,
                                            row.getString("number"),
                                            row.getObject("paid_on", LocalDate.class),
                                            new Money(row.getBigDecimal("amount"))),
                                    false));
                });
        return payments;
    }

    private void write(Map<String, Held> invoices, Collection<Paid> payments, Instant now) {
        ManyRows.insert(
                jdbc,
                """
                INSERT INTO payment (external_id, invoice_id, customer_id, paid_on, amount,
                    entered_at)
                """,
                payments.stream()
                        .filter(paid -> paid.isNew)
                        .map(paid -> row(paid, invoices.get(paid.payment.invoice()), now))
                        .toList());
        jdbc.batchUpdate(
                "UPDATE payment SET paid_on = ? WHERE external_id = ?",
                payments.stream()
                        .filter(paid -> paid.changed && !paid.isNew)
                        .map(paid -> new Object[] {paid.paidOn, paid.payment.externalId()})
                        .toList());
        List<Held> changed = invoices.values().stream().filter(each -> each.changed).toList();
        jdbc.batchUpdate(
                """
                UPDATE invoice SET open_amount = ?, settled_on = IF(open_amount = 0, (
                    SELECT MAX(paid_on) FROM payment WHERE invoice_id = invoice.id), NULL)
                WHERE id = ?
                """,
                changed.stream().map(each -> new Object[] {each.open, each.id}).toList());
        if (!changed.isEmpty()) {
            events.publishEvent(
                    new PaymentsTaken(
                            changed.stream()
                                    .map(each -> each.customerId)
                                    .collect(Collectors.toSet()),
                            true));
        }
    }

    private static @Nullable Object[] row(Paid paid, Held invoice, Instant now) {
        return new @Nullable Object[] {
            paid.payment.externalId(),
            invoice.id,
            invoice.customerId,
            paid.paidOn,
            paid.payment.amount().amount(),
            Utc.of(now)
        };
    }
}
