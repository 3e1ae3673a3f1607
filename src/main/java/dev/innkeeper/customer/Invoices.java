package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invoices, and what they add up to. */
@Repository
class Invoices {

    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String COLUMNS =
            """
            SELECT id, number, customer_id, issued_on, due_on, amount, open_amount, settled_on,
                disputed, imported FROM invoice
            """;

    /**
     * What was open of an invoice on a day. Payments are looked at only where an invoice was paid
     * in part: one that is settled was open in full until the day that settled it, or in part.
     */
    private static final String OPEN_THEN =
            """
            CASE WHEN settled_on <= :asOf THEN 0
                 WHEN open_amount = amount THEN amount
                 ELSE amount - (SELECT COALESCE(SUM(payment.amount), 0) FROM payment
                     WHERE payment.invoice_id = invoice.id AND payment.paid_on <= :asOf)
            END
            """;

    private final JdbcClient jdbc;

    Invoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invoice with the key by which its payments name it. */
    record Kept(long id, InvoiceView view) {}

    /** Whether it was entered: false where the number is taken. */
    boolean insert(NewInvoice invoice, Instant now) {
        return jdbc.sql(
                                """
                                INSERT IGNORE INTO invoice (number, customer_id, issued_on, due_on,
                                    amount, open_amount, settled_on, disputed, imported, entered_at)
                                VALUES (?, ?, ?, ?, ?, ?, NULL, ?, FALSE, ?)
                                """)
                        .params(
                                invoice.number(),
                                invoice.customerId(),
                                invoice.issuedOn(),
                                invoice.dueOn(),
                                invoice.amount().amount(),
                                invoice.amount().amount(),
                                invoice.disputed(),
                                Utc.of(now))
                        .update()
                == 1;
    }

    Optional<Kept> find(String number) {
        return jdbc.sql(COLUMNS + "WHERE number = ?")
                .param(number)
                .query(Invoices::kept)
                .optional();
    }

    /** The invoice, which nobody else changes until the transaction ends. */
    Optional<Kept> lock(String number) {
        return jdbc.sql(COLUMNS + "WHERE number = ? FOR UPDATE")
                .param(number)
                .query(Invoices::kept)
                .optional();
    }

    void dispute(long id, boolean disputed) {
        jdbc.sql("UPDATE invoice SET disputed = ? WHERE id = ?").params(disputed, id).update();
    }

    /** Takes what was paid off the invoice; the last payment by its day settles it. */
    void pay(long id, Money amount) {
        jdbc.sql(
                        """
                        UPDATE invoice SET open_amount = open_amount - :amount,
                            settled_on = IF(open_amount = 0,
                                (SELECT MAX(paid_on) FROM payment WHERE invoice_id = :id), NULL)
                        WHERE id = :id
                        """)
                .param("amount", amount.amount())
                .param("id", id)
                .update();
    }

    Page<InvoiceView> of(String customerId, int offset, int limit) {
        long total =
                jdbc.sql("SELECT COUNT(*) FROM invoice WHERE customer_id = ?")
                        .param(customerId)
                        .query(Long.class)
                        .single();
        List<InvoiceView> items =
                jdbc
                        .sql(
                                COLUMNS
                                        + """
                                        WHERE customer_id = ? ORDER BY issued_on DESC, id DESC
                                        LIMIT ? OFFSET ?
                                        """)
                        .params(customerId, limit, offset)
                        .query(Invoices::kept)
                        .list()
                        .stream()
                        .map(Kept::view)
                        .toList();
        return new Page<>(items, total);
    }

    Map<String, Receivables> receivables(Collection<String> customerIds, LocalDate asOf) {
        Map<String, Receivables> read = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT customer_id,
                            SUM(IF(issued_on > :before, amount, 0)) AS turnover,
                            SUM(IF(issued_on > :before AND disputed, amount, 0)) AS contested,
                            AVG(IF(settled_on > :before AND settled_on <= :asOf,
                                GREATEST(DATEDIFF(settled_on, due_on), 0), NULL)) AS days_late,
                            MAX(IF(settled_on > :before AND settled_on <= :asOf,
                                GREATEST(DATEDIFF(settled_on, due_on), 0), 0)) AS worst,
                            SUM(open_then) AS open,
                            SUM(IF(due_on < :asOf, open_then, 0)) AS overdue,
                            MAX(IF(due_on < :asOf AND open_then > 0,
                                DATEDIFF(:asOf, due_on), 0)) AS oldest
                        FROM (SELECT customer_id, issued_on, due_on, settled_on, amount, disputed,
                        """
                                + OPEN_THEN
                                + """
                                        AS open_then FROM invoice
                                        WHERE customer_id IN (:ids) AND issued_on <= :asOf) held
                                GROUP BY customer_id
                                """)
                .param("ids", customerIds)
                .param("asOf", asOf)
                .param("before", asOf.minusDays(YEAR.intValue()))
                .query(
                        row -> {
                            String id = row.getString("customer_id");
                            read.put(id, receivables(id, row));
                        });
        return read;
    }

    private static Receivables receivables(String customerId, ResultSet row) throws SQLException {
        BigDecimal turnover = row.getBigDecimal("turnover");
        BigDecimal open = row.getBigDecimal("open");
        BigDecimal late = row.getBigDecimal("days_late");
        return new Receivables(
                customerId,
                new Money(turnover),
                (late == null ? BigDecimal.ZERO : late).setScale(2, RoundingMode.HALF_UP),
                row.getInt("worst"),
                new Money(open),
                new Money(row.getBigDecimal("overdue")),
                row.getInt("oldest"),
                of(row.getBigDecimal("contested").multiply(HUNDRED), turnover, 2),
                of(open.multiply(YEAR), turnover, 1),
                new Money(turnover.divide(MONTHS, 2, RoundingMode.DOWN)));
    }

    private static BigDecimal of(BigDecimal part, BigDecimal whole, int decimals) {
        return whole.signum() == 0
                ? BigDecimal.ZERO.setScale(decimals)
                : part.divide(whole, decimals, RoundingMode.HALF_UP);
    }

    OpenBalance balance(String customerId, LocalDate today) {
        return jdbc.sql(
                        """
                        SELECT COALESCE(SUM(open_amount), 0) AS open,
                            COALESCE(SUM(IF(due_on < :today AND NOT disputed, open_amount, 0)), 0)
                                AS overdue,
                            COALESCE(MAX(IF(due_on < :today AND NOT disputed,
                                DATEDIFF(:today, due_on), 0)), 0) AS oldest
                        FROM invoice WHERE customer_id = :id AND settled_on IS NULL
                        """)
                .param("today", today)
                .param("id", customerId)
                .query(
                        (row, n) ->
                                new OpenBalance(
                                        new Money(row.getBigDecimal("open")),
                                        new Money(row.getBigDecimal("overdue")),
                                        row.getInt("oldest")))
                .single();
    }

    List<OverdueInvoice> overdue(String customerId, LocalDate asOf) {
        return jdbc.sql(
                        """
                        SELECT number, due_on, DATEDIFF(:asOf, due_on) AS days, disputed, open_then
                        FROM (SELECT number, due_on, disputed,
                        """
                                + OPEN_THEN
                                + """
                                        AS open_then FROM invoice
                                        WHERE customer_id = :id AND issued_on <= :asOf AND due_on < :asOf
                                            AND (settled_on IS NULL OR settled_on > :asOf)) held
                                WHERE open_then > 0
                                ORDER BY due_on, number
                                """)
                .param("asOf", asOf)
                .param("id", customerId)
                .query(
                        (row, n) ->
                                new OverdueInvoice(
                                        row.getString("number"),
                                        row.getObject("due_on", LocalDate.class),
                                        row.getInt("days"),
                                        new Money(row.getBigDecimal("open_then")),
                                        row.getBoolean("disputed")))
                .list();
    }

    /** An invoice that is not settled has something open, so that payments need no look. */
    List<String> customersOverdue(String after, int limit, LocalDate asOf, LocalDate dueBefore) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT customer_id FROM invoice
                        WHERE customer_id > :after AND due_on < :dueBefore
                            AND (settled_on IS NULL OR settled_on > :asOf)
                        ORDER BY customer_id LIMIT :limit
                        """)
                .param("after", after)
                .param("dueBefore", dueBefore)
                .param("asOf", asOf)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new InvoiceView(
                        row.getString("number"),
                        row.getString("customer_id"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        new Money(row.getBigDecimal("amount")),
                        new Money(row.getBigDecimal("open_amount")),
                        row.getObject("settled_on", LocalDate.class),
                        row.getBoolean("disputed"),
                        row.getBoolean("imported")));
    }
}
