package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.common.Where;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class ComplaintListing implements ComplaintList {

    private static final int LONGEST_PAGE = 200;
    private static final String COLUMNS =
            """
            SELECT number, external_id, status, severity, category, level, department, owner_group,
                   customer_id, COALESCE(contact_name, contact_company) AS guest,
                   LEFT(text, 120) AS excerpt, received_at, acknowledge_by, resolve_by, next_due_at,
                   closed_at\
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ComplaintListing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Page<ComplaintRow> find(
            ComplaintFilter filter, ComplaintSort sort, int offset, int limit) {
        Instant now = clock.instant();
        Where where = where(filter, now);
        String from = " FROM complaint" + where.clause();
        long total =
                jdbc.sql("SELECT COUNT(*)" + from)
                        .params(where.params())
                        .query(Long.class)
                        .single();
        where.with("offset", Math.max(offset, 0))
                .with("limit", Math.min(Math.max(limit, 1), LONGEST_PAGE));
        List<ComplaintRow> rows =
                jdbc.sql(
                                COLUMNS
                                        + from
                                        + " ORDER BY "
                                        + order(sort)
                                        + " LIMIT :limit OFFSET :offset")
                        .params(where.params())
                        .query((row, n) -> row(row, now))
                        .list();
        return new Page<>(rows, total);
    }

    /** The other complaints of the same customer, latest first. */
    List<ComplaintRow> ofCustomer(String customerId, CaseNumber except, int limit) {
        Instant now = clock.instant();
        return jdbc.sql(
                        COLUMNS
                                + """
                                \sFROM complaint WHERE customer_id = ? AND number <> ?
                                ORDER BY received_at DESC, number DESC LIMIT ?\
                                """)
                .params(customerId, except.value(), limit)
                .query((row, n) -> row(row, now))
                .list();
    }

    private static Where where(ComplaintFilter filter, Instant now) {
        return new Where()
                .in("status", filter.statuses())
                .in("severity", filter.severities())
                .in("category", filter.categories())
                .is("owner_group", id(filter.ownerGroup()))
                .is("department", id(filter.department()))
                .is("customer_id", filter.customerId())
                .from("received_at", Utc.ofNullable(filter.receivedFrom()))
                .before("received_at", Utc.ofNullable(filter.receivedTo()))
                .either(
                        filter.overdue(),
                        "next_due_at < :now",
                        "(next_due_at IS NULL OR next_due_at >= :now)")
                .either(filter.escalated(), "level > 0", "level = 0")
                .begins(filter.text(), "number", "external_id")
                .with("now", Utc.of(now));
    }

    private static @Nullable String id(@Nullable Group group) {
        return group == null ? null : group.id();
    }

    private static String order(ComplaintSort sort) {
        return switch (sort) {
            case RECEIVED_LATEST_FIRST -> "received_at DESC, number DESC";
            case RECEIVED_OLDEST_FIRST -> "received_at, number";
            case MOST_URGENT_FIRST ->
                    "severity IS NULL, severity, next_due_at IS NULL, next_due_at, number";
            case RESOLVE_BY -> "resolve_by IS NULL, resolve_by, number";
            case NUMBER -> "number";
        };
    }

    private static ComplaintRow row(ResultSet row, Instant now) throws SQLException {
        String severity = row.getString("severity");
        String category = row.getString("category");
        Instant due = Utc.readNullable(row, "next_due_at");
        return new ComplaintRow(
                new CaseNumber(row.getString("number")),
                row.getString("external_id"),
                ComplaintStatus.valueOf(row.getString("status")),
                severity == null ? null : Severity.valueOf(severity),
                category == null ? null : Category.valueOf(category),
                row.getInt("level"),
                group(row.getString("department")),
                group(row.getString("owner_group")),
                row.getString("customer_id"),
                row.getString("guest"),
                row.getString("excerpt"),
                Utc.read(row, "received_at"),
                Utc.readNullable(row, "acknowledge_by"),
                Utc.readNullable(row, "resolve_by"),
                due != null && due.isBefore(now),
                Utc.readNullable(row, "closed_at"));
    }

    private static @Nullable Group group(@Nullable String id) {
        return id == null ? null : Group.of(id);
    }
}
