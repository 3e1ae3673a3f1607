package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.common.Where;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class DealListing implements DealList {

    private static final int LONGEST_PAGE = 200;
    private static final String COLUMNS =
            """
            SELECT number, external_id, stage, grade, customer_id,
                   COALESCE(contact_company, contact_name) AS customer, product, value, owner,
                   expected_close_on, registered_at, stage_since, follow_up_due_at, stalled_at,
                   closed_at, imported\
            """;

    private final JdbcClient jdbc;

    DealListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<DealRow> find(DealFilter filter, DealSort sort, int offset, int limit) {
        Where where = where(filter);
        String from = " FROM deal" + where.clause();
        long total =
                jdbc.sql("SELECT COUNT(*)" + from)
                        .params(where.params())
                        .query(Long.class)
                        .single();
        where.with("offset", Math.max(offset, 0))
                .with("limit", Math.min(Math.max(limit, 1), LONGEST_PAGE));
        List<DealRow> rows =
                jdbc.sql(
                                COLUMNS
                                        + from
                                        + " ORDER BY "
                                        + order(sort)
                                        + " LIMIT :limit OFFSET :offset")
                        .params(where.params())
                        .query((row, n) -> row(row))
                        .list();
        return new Page<>(rows, total);
    }

    /** The other deals of the same customer, latest first. */
    List<DealRow> ofCustomer(String customerId, CaseNumber except, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                \sFROM deal WHERE customer_id = ? AND number <> ?
                                ORDER BY registered_at DESC, number DESC LIMIT ?\
                                """)
                .params(customerId, except.value(), limit)
                .query((row, n) -> row(row))
                .list();
    }

    private static Where where(DealFilter filter) {
        return new Where()
                .in("stage", filter.stages())
                .in("grade", filter.grades())
                .is("owner", filter.owner())
                .is("customer_id", filter.customerId())
                .either(filter.stalled(), "stalled_at IS NOT NULL", "stalled_at IS NULL")
                .from("registered_at", Utc.ofNullable(filter.registeredFrom()))
                .before("registered_at", Utc.ofNullable(filter.registeredTo()))
                .begins(filter.text(), "number", "external_id");
    }

    private static String order(DealSort sort) {
        return switch (sort) {
            case REGISTERED_LATEST_FIRST -> "registered_at DESC, number DESC";
            case REGISTERED_OLDEST_FIRST -> "registered_at, number";
            case VALUE -> "value DESC, number";
            case EXPECTED_CLOSE -> "expected_close_on IS NULL, expected_close_on, number";
            case NUMBER -> "number";
        };
    }

    private static DealRow row(ResultSet row) throws SQLException {
        String grade = row.getString("grade");
        return new DealRow(
                new CaseNumber(row.getString("number")),
                row.getString("external_id"),
                Stage.valueOf(row.getString("stage")),
                grade == null ? null : DealGrade.valueOf(grade),
                row.getString("customer_id"),
                row.getString("customer"),
                row.getString("product"),
                new Money(row.getBigDecimal("value")),
                row.getString("owner"),
                row.getObject("expected_close_on", LocalDate.class),
                Utc.read(row, "registered_at"),
                Utc.read(row, "stage_since"),
                Utc.readNullable(row, "follow_up_due_at"),
                Utc.readNullable(row, "stalled_at"),
                Utc.readNullable(row, "closed_at"),
                row.getBoolean("imported"));
    }
}
