package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Utc;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invoices of the past, taken many at once and known by their numbers. An invoice that the row says
 * is settled gets a payment of what was open, with the id {@code NUMBER/settled}.
 */
@Service
@Transactional
public class InvoiceHistory {

    private static final int NUMBER = 100;
    private static final int CUSTOMER = 100;
    private static final String SETTLED = "/settled";

    private final PastCustomers customers;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CasefileProperties properties;

    InvoiceHistory(
            PastCustomers customers,
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            ApplicationEventPublisher events,
            Clock clock,
            CasefileProperties properties) {
        this.customers = customers;
        this.jdbc = jdbc;
        this.named = named;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /** An invoice while rows of the past are laid over it. */
    private static final class Held {

        private final String number;
        private final long id;
        private final PastCustomers.@Nullable Mention mention;
        private final @Nullable String customerId;
        private LocalDate issuedOn;
        private LocalDate dueOn;
        private BigDecimal amount;
        private BigDecimal open;
        private @Nullable LocalDate settledOn;
        private boolean disputed;

        /** The day of the payment that a row of the past stands for, or null. */
        private @Nullable LocalDate settledByRow;

        private boolean changed;
        private BigDecimal paidNow = BigDecimal.ZERO;
        private boolean paidOnAnotherDay;

        Held(PastInvoice row, PastCustomers.Mention mention) {
            this.number = row.number();
            this.id = 0;
            this.mention = mention;
            this.customerId = null;
            this.issuedOn = row.issuedOn();
            this.dueOn = row.dueOn();
            this.amount = row.amount().amount();
            this.open = amount;
            this.disputed = Boolean.TRUE.equals(row.disputed());
            LocalDate settled = row.settledOn();
            if (settled != null) {
                settle(settled);
            }
        }

        Held(
                String number,
                long id,
                String customerId,
                LocalDate issuedOn,
                LocalDate dueOn,
                BigDecimal amount,
                BigDecimal open,
                @Nullable LocalDate settledOn,
                boolean disputed,
                @Nullable LocalDate settledByRow) {
            this.number = number;
            this.id = id;
            this.mention = null;
            this.customerId = customerId;
            this.issuedOn = issuedOn;
            this.dueOn = dueOn;
            this.amount = amount;
            this.open = open;
            this.settledOn = settledOn;
            this.disputed = disputed;
            this.settledByRow = settledByRow;
        }

        boolean isNew() {
            return mention != null;
        }

        boolean isOf(PastCustomers.Mention other) {
            return mention != null
                    ? mention == other
                    : Objects.requireNonNull(customerId).equals(other.id());
        }

        /** Who was invoiced, once everybody is entered. */
        String customer() {
            return mention == null
                    ? Objects.requireNonNull(customerId)
                    : Objects.requireNonNull(mention.id());
        }

        private void settle(LocalDate day) {
            paidNow = open;
            open = BigDecimal.ZERO.setScale(2);
            settledOn = day;
            settledByRow = day;
        }

        /**
         * Lays a row over the invoice.
         *
         * @return whether that changed anything
         * @throws Refusal REFUSED where it contradicts what was paid
         */
        boolean lay(PastInvoice row) {
            boolean before = changed;
            changed = false;
            BigDecimal asked = row.amount().amount();
            boolean sameInvoice =
                    asked.compareTo(amount) == 0
                            && row.issuedOn().equals(issuedOn)
                            && row.dueOn().equals(dueOn);
            if (!sameInvoice) {
                correct(row, asked);
            }
            if (row.disputed() != null && row.disputed() != disputed) {
                disputed = row.disputed();
                changed = true;
            }
            LocalDate settled = row.settledOn();
            if (settled != null && !settled.equals(settledOn)) {
                settleAgain(settled);
            }
            boolean now = changed;
            changed |= before;
            return now;
        }

        private void correct(PastInvoice row, BigDecimal asked) {
            if (settledOn != null) {
                throw Refusal.refused(
                        "amount",
                        "Invoice %1$s is settled with another amount or day: %2$s CNY of %3$s. |"
                                        .formatted(number, amount, issuedOn)
                                + " 账单%1$s已付清，但金额或日期不同：%3$s，%2$s元。"
                                        .formatted(number, amount, issuedOn),
                        "Give the amount and the days as they are, or the number of another"
                                + " invoice. | 请填写原金额和日期，或另一张账单的编号。");
            }
            BigDecimal paid = amount.subtract(open);
            if (asked.compareTo(paid) <= 0) {
                throw Refusal.refused(
                        "amount",
                        "Of invoice %1$s %2$s CNY are paid already. | 账单%1$s已付%2$s元。"
                                .formatted(number, paid),
                        "Give an amount of more than that. | 请填写大于该数的金额。");
            }
            amount = asked;
            open = asked.subtract(paid);
            issuedOn = row.issuedOn();
            dueOn = row.dueOn();
            changed = true;
        }

        private void settleAgain(LocalDate day) {
            if (settledOn == null && settledByRow == null) {
                settle(day);
            } else if (settledOn != null && settledOn.equals(settledByRow)) {
                paidOnAnotherDay = true;
                settledOn = day;
                settledByRow = day;
            } else {
                throw Refusal.refused(
                        "settledOn",
                        "The payments of invoice %1$s say otherwise. | 与账单%1$s的付款记录不符。"
                                .formatted(number),
                        "Leave the day out; the payments are entered already. |" + " 请留空，付款已录入。");
            }
            changed = true;
        }
    }

    /**
     * Takes the rows that can be taken.
     *
     * @return what became of each, in their order
     * @throws org.springframework.dao.DuplicateKeyException where somebody entered one of them at
     *     the same moment: to be done again
     */
    public List<PastRow> take(List<PastInvoice> rows, PastSource source) {
        source.by().refuseAuditor();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, properties.zone());
        PastRows<PastInvoice> checked = new PastRows<>(rows, row -> checked(row, today));
        Map<String, PastCustomers.Mention> mentions =
                customers.find(checked.say(PastInvoice::customer), source.system());
        Map<String, Held> held = held(checked.say(PastInvoice::number));
        List<PastRow> outcomes = checked.lay(row -> lay(row, mentions.get(row.customer()), held));
        write(held.values(), source, now);
        return outcomes;
    }

    private static PastInvoice checked(PastInvoice row, LocalDate today) {
        String number = Texts.required("number", row.number(), NUMBER);
        String customer = Texts.required("customerId", row.customer(), CUSTOMER);
        LedgerDays.notAhead("issuedOn", row.issuedOn(), today);
        LedgerDays.inOrder("dueOn", row.issuedOn(), row.dueOn());
        if (row.settledOn() != null) {
            LedgerDays.notAhead("settledOn", row.settledOn(), today);
        }
        return new PastInvoice(
                number,
                customer,
                CustomerDesk.checked(row.contact()),
                row.issuedOn(),
                row.dueOn(),
                ReceivablesDesk.positive(row.amount()),
                row.disputed(),
                row.settledOn());
    }

    private static PastRow lay(
            PastInvoice row, PastCustomers.Mention mention, Map<String, Held> held) {
        if (mention.refusal() != null) {
            return PastRow.refused(mention.refusal());
        }
        Held invoice = held.get(row.number());
        if (invoice == null) {
            held.put(row.number(), new Held(row, mention));
            mention.says(row.contact());
            mention.seen(row.issuedOn());
            return PastRow.TAKEN;
        }
        if (!invoice.isOf(mention)) {
            throw Refusal.refused(
                    "customerId",
                    "Invoice %1$s is there as one of another customer. | 账单%1$s属于另一位客户。"
                            .formatted(row.number()),
                    "Give each invoice its own number. | 每张账单请使用各自的编号。");
        }
        return invoice.lay(row) ? PastRow.CHANGED : PastRow.UNCHANGED;
    }

    private Map<String, Held> held(List<String> numbers) {
        Map<String, Held> held = new LinkedHashMap<>();
        if (numbers.isEmpty()) {
            return held;
        }
        named.query(
                """
                SELECT invoice.id, number, invoice.customer_id, issued_on, due_on, invoice.amount,
                    open_amount, settled_on, disputed, payment.paid_on
                FROM invoice LEFT JOIN payment
                    ON payment.external_id = CONCAT(invoice.number, '/settled')
                    AND payment.invoice_id = invoice.id
                WHERE number IN (:numbers) FOR UPDATE
                """,
                Map.of("numbers", numbers),
                row -> {
                    String number = row.getString("number");
                    held.put(
                            number,
                            new Held(
                                    number,
                                    row.getLong("id"),
                                    row.getString("customer_id"),
                                    row.getObject("issued_on", LocalDate.class),
                                    row.getObject("due_on", LocalDate.class),
                                    row.getBigDecimal("amount"),
                                    row.getBigDecimal("open_amount"),
                                    row.getObject("settled_on", LocalDate.class),
                                    row.getBoolean("disputed"),
                                    row.getObject("paid_on", LocalDate.class)));
                });
        return held;
    }

    private void write(Collection<Held> held, PastSource source, Instant now) {
        List<Held> entered = held.stream().filter(Held::isNew).toList();
        List<Held> changed = held.stream().filter(each -> !each.isNew() && each.changed).toList();
        Set<PastCustomers.Mention> mentions = new LinkedHashSet<>();
        entered.forEach(each -> mentions.add(Objects.requireNonNull(each.mention)));
        List<PastCustomers.Mention> known =
                mentions.stream().filter(mention -> mention.id() != null).toList();
        customers.enter(mentions, source, now, properties.zone());
        customers.seen(known, properties.zone());
        insert(entered, now);
        update(changed, now);
        publish(entered, changed);
    }

    private void insert(List<Held> entered, Instant now) {
        ManyRows.insert(
                jdbc,
                """
                INSERT INTO invoice (number, customer_id, issued_on, due_on, amount, open_amount,
                    settled_on, disputed, imported, entered_at)
                """,
                entered.stream()
                        .map(
                                each ->
                                        new @Nullable Object[] {
                                            each.number,
                                            each.customer(),
                                            each.issuedOn,
                                            each.dueOn,
                                            each.amount,
                                            each.open,
                                            each.settledOn,
                                            each.disputed,
                                            true,
                                            Utc.of(now)
                                        })
                        .toList());
        List<String> settled =
                entered.stream()
                        .filter(each -> each.settledOn != null)
                        .map(each -> each.number)
                        .toList();
        if (!settled.isEmpty()) {
            named.update(
                    """
                    INSERT INTO payment (external_id, invoice_id, customer_id, paid_on, amount,
                        entered_at)
                    SELECT CONCAT(number, '/settled'), id, customer_id, settled_on, amount, :now
                    FROM invoice WHERE number IN (:numbers)
                    """,
                    Map.of("numbers", settled, "now", Utc.of(now)));
        }
    }

    private void update(List<Held> changed, Instant now) {
        ManyRows.insert(
                jdbc,
                """
                INSERT INTO payment (external_id, invoice_id, customer_id, paid_on, amount,
                    entered_at)
                """,
                changed.stream()
                        .filter(each -> each.paidNow.signum() > 0)
                        .map(
                                each ->
                                        new @Nullable Object[] {
                                            each.number + SETTLED,
                                            each.id,
                                            each.customer(),
                                            each.settledOn,
                                            each.paidNow,
                                            Utc.of(now)
                                        })
                        .toList());
        jdbc.batchUpdate(
                "UPDATE payment SET paid_on = ? WHERE external_id = ?",
                changed.stream()
                        .filter(each -> each.paidOnAnotherDay)
                        .map(each -> new @Nullable Object[] {each.settledOn, each.number + SETTLED})
                        .toList());
        jdbc.batchUpdate(
                """
                UPDATE invoice SET issued_on = ?, due_on = ?, amount = ?, open_amount = ?,
                    disputed = ?, settled_on = IF(? IS NULL, NULL, (
                        SELECT MAX(paid_on) FROM payment WHERE invoice_id = invoice.id))
                WHERE id = ?
                """,
                changed.stream()
                        .map(
                                each ->
                                        new @Nullable Object[] {
                                            each.issuedOn,
                                            each.dueOn,
                                            each.amount,
                                            each.open,
                                            each.disputed,
                                            each.settledOn,
                                            each.id
                                        })
                        .toList());
    }

    private void publish(List<Held> entered, List<Held> changed) {
        entered.stream()
                .map(each -> each.issuedOn)
                .min(Comparator.naturalOrder())
                .ifPresent(
                        earliest ->
                                events.publishEvent(
                                        new InvoicesTaken(customersOf(entered), earliest, true)));
        List<Held> paid = new ArrayList<>(entered);
        paid.addAll(changed);
        paid.removeIf(each -> each.paidNow.signum() == 0 && !each.paidOnAnotherDay);
        if (!paid.isEmpty()) {
            events.publishEvent(new PaymentsTaken(customersOf(paid), true));
        }
    }

    private static Set<String> customersOf(List<Held> invoices) {
        return invoices.stream().map(Held::customer).collect(Collectors.toSet());
    }
}
