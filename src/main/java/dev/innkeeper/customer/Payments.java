package dev.innkeeper.customer;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payments of invoices. */
@Repository
class Payments {

    private static final String COLUMNS =
            """
            SELECT payment.external_id, invoice.number, payment.customer_id, payment.paid_on,
                payment.amount
            FROM payment JOIN invoice ON invoice.id = payment.invoice_id
            """;

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was entered: false where the external id is taken. */
    boolean insert(NewPayment payment, Invoices.Kept invoice, Instant now) {
        return jdbc.sql(
                                """
                                INSERT IGNORE INTO payment (external_id, invoice_id, customer_id,
                                    paid_on, amount, entered_at)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                payment.externalId(),
                                invoice.id(),
                                invoice.view().customerId(),
                                payment.paidOn(),
                                payment.amount().amount(),
                                Utc.of(now))
                        .update()
                == 1;
    }

    Optional<PaymentView> find(String externalId) {
        return jdbc.sql(COLUMNS + "WHERE payment.external_id = ?")
                .param(externalId)
                .query(Payments::view)
                .optional();
    }

    Page<PaymentView> of(String customerId, int offset, int limit) {
        long total =
                jdbc.sql("SELECT COUNT(*) FROM payment WHERE customer_id = ?")
                        .param(customerId)
                        .query(Long.class)
                        .single();
        List<PaymentView> items =
                jdbc.sql(
                                COLUMNS
                                        + """
                                        WHERE payment.customer_id = ?
                                        ORDER BY payment.paid_on DESC, payment.id DESC
                                        LIMIT ? OFFSET ?
                                        """)
                        .params(customerId, limit, offset)
                        .query(Payments::view)
                        .list();
        return new Page<>(items, total);
    }

    private static PaymentView view(ResultSet row, int number) throws SQLException {
        return new PaymentView(
                row.getString("external_id"),
                row.getString("number"),
                row.getString("customer_id"),
                row.getObject("paid_on", LocalDate.class),
                new Money(row.getBigDecimal("amount")));
    }
}
