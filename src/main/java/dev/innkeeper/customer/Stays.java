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

/** The stays, visits and events of customers. */
@Repository
class Stays {

    private static final String COLUMNS =
            """
            SELECT external_id, customer_id, kind, arrived_on, left_on, spend, margin, imported
            FROM stay
            """;

    private final JdbcClient jdbc;

    Stays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was entered: false where the external id is taken. */
    boolean insert(NewStay stay, Instant now) {
        return jdbc.sql(
                                """
                                INSERT IGNORE INTO stay (external_id, customer_id, kind, arrived_on,
                                    left_on, spend, margin, imported, entered_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, FALSE, ?)
                                """)
                        .params(
                                stay.externalId(),
                                stay.customerId(),
                                stay.kind().name(),
                                stay.arrivedOn(),
                                stay.leftOn(),
                                stay.spend().amount(),
                                stay.margin(),
                                Utc.of(now))
                        .update()
                == 1;
    }

    /** Notes the day of a visit, where none was later. */
    void noteVisit(String customerId, LocalDate leftOn) {
        jdbc.sql(
                        """
                        UPDATE customer
                        SET last_visit_on = GREATEST(COALESCE(last_visit_on, :day), :day)
                        WHERE id = :id
                        """)
                .param("day", leftOn)
                .param("id", customerId)
                .update();
    }

    Optional<StayView> find(String externalId) {
        return jdbc.sql(COLUMNS + "WHERE external_id = ?")
                .param(externalId)
                .query(Stays::view)
                .optional();
    }

    Page<StayView> of(String customerId, int offset, int limit) {
        long total =
                jdbc.sql("SELECT COUNT(*) FROM stay WHERE customer_id = ?")
                        .param(customerId)
                        .query(Long.class)
                        .single();
        List<StayView> items =
                jdbc.sql(
                                COLUMNS
                                        + """
                                        WHERE customer_id = ? ORDER BY arrived_on DESC, id DESC
                                        LIMIT ? OFFSET ?
                                        """)
                        .params(customerId, limit, offset)
                        .query(Stays::view)
                        .list();
        return new Page<>(items, total);
    }

    private static StayView view(ResultSet row, int number) throws SQLException {
        return new StayView(
                row.getString("external_id"),
                row.getString("customer_id"),
                StayKind.valueOf(row.getString("kind")),
                row.getObject("arrived_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                new Money(row.getBigDecimal("spend")),
                row.getBigDecimal("margin"),
                row.getBoolean("imported"));
    }
}
