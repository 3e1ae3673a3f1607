package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.common.Where;
import dev.innkeeper.creditreview.facts.DunningStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about overdue bills, and lists of dunning cases. */
@Repository
class DunningRecords {

    private static final int LONGEST_PAGE = 200;

    private final JdbcClient jdbc;

    DunningRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String customerId, DunningAction action) {
        jdbc.sql(
                        """
                        INSERT INTO dunning_action
                            (dunning, customer_id, kind, at, actor, overdue, reached,
                             promised_until, reference, words)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        action.dunning().value(),
                        customerId,
                        action.kind().name(),
                        Utc.of(action.at()),
                        action.by(),
                        action.overdue().amount(),
                        action.reached(),
                        action.promisedUntil(),
                        action.reference(),
                        action.words())
                .update();
    }

    /** What was done about the bills of a customer, latest first. */
    List<DunningAction> actions(String customerId, int limit) {
        return jdbc.sql(
                        """
                        SELECT dunning, kind, at, actor, overdue, reached, promised_until, reference,
                               words
                        FROM dunning_action WHERE customer_id = ? ORDER BY id DESC LIMIT ?\
                        """)
                .params(customerId, limit)
                .query((row, n) -> action(row))
                .list();
    }

    /** Who of these has an open case. */
    Set<String> dunned(Collection<String> customerIds) {
        return Set.copyOf(
                jdbc.sql("SELECT open_customer FROM dunning WHERE open_customer IN (:customers)")
                        .param("customers", customerIds)
                        .query(String.class)
                        .list());
    }

    /** When the last case that ended so ended, of those customers who had one. */
    Map<String, Instant> lastEnded(Collection<String> customerIds, Set<DunningState> how) {
        return jdbc
                .sql(
                        """
                        SELECT customer_id, MAX(state_since) AS ended FROM dunning
                        WHERE customer_id IN (:customers) AND state IN (:states)
                        GROUP BY customer_id\
                        """)
                .param("customers", customerIds)
                .param("states", how.stream().map(Enum::name).toList())
                .query((row, n) -> Map.entry(row.getString(1), Utc.read(row, "ended")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The open case of a customer, as far as news of the debt need it. */
    record Open(CaseNumber number, String customerId, Money overdue, int oldestDaysOverdue) {}

    List<Open> open(Collection<String> customerIds) {
        return jdbc.sql(
                        """
                        SELECT number, customer_id, overdue, oldest_days_overdue FROM dunning
                        WHERE open_customer IN (:customers)\
                        """)
                .param("customers", customerIds)
                .query(
                        (row, n) ->
                                new Open(
                                        new CaseNumber(row.getString("number")),
                                        row.getString("customer_id"),
                                        new Money(row.getBigDecimal("overdue")),
                                        row.getInt("oldest_days_overdue")))
                .list();
    }

    /** A check that runs at this moment fails on the version, is done again, and sees the news. */
    void touch(Collection<CaseNumber> numbers) {
        jdbc.sql("UPDATE dunning SET version = version + 1 WHERE number IN (:numbers)")
                .param("numbers", numbers.stream().map(CaseNumber::value).toList())
                .update();
    }

    Page<DunningRow> find(DunningFilter filter, int offset, int limit) {
        Where where =
                new Where()
                        .in("state", filter.states())
                        .in("stage", filter.stages())
                        .is("customer_id", filter.customerId())
                        .either(
                                filter.promised(),
                                "promised_until IS NOT NULL",
                                "promised_until IS NULL");
        long total =
                jdbc.sql("SELECT COUNT(*) FROM dunning" + where.clause())
                        .params(where.params())
                        .query(Long.class)
                        .single();
        where.with("offset", Math.max(offset, 0))
                .with("limit", Math.min(Math.max(limit, 1), LONGEST_PAGE));
        List<DunningRow> rows =
                jdbc.sql(
                                """
                                SELECT d.*, COALESCE(c.contact_company, c.contact_name) AS customer
                                FROM (SELECT * FROM dunning%s
                                      ORDER BY number DESC LIMIT :limit OFFSET :offset) d
                                LEFT JOIN customer c ON c.id = d.customer_id
                                ORDER BY d.number DESC\
                                """
                                        .formatted(where.clause()))
                        .params(where.params())
                        .query((row, n) -> row(row))
                        .list();
        return new Page<>(rows, total);
    }

    private static DunningRow row(ResultSet row) throws SQLException {
        return new DunningRow(
                new CaseNumber(row.getString("number")),
                DunningState.valueOf(row.getString("state")),
                DunningStage.valueOf(row.getString("stage")),
                row.getString("customer_id"),
                row.getString("customer"),
                new Money(row.getBigDecimal("overdue")),
                new Money(row.getBigDecimal("disputed")),
                row.getInt("oldest_days_overdue"),
                Utc.read(row, "opened_at"),
                Utc.readNullable(row, "next_check_at"),
                row.getObject("promised_until", LocalDate.class));
    }

    private static DunningAction action(ResultSet row) throws SQLException {
        return new DunningAction(
                new CaseNumber(row.getString("dunning")),
                DunningActionKind.valueOf(row.getString("kind")),
                Utc.read(row, "at"),
                row.getString("actor"),
                new Money(row.getBigDecimal("overdue")),
                row.getObject("reached", Boolean.class),
                row.getObject("promised_until", LocalDate.class),
                row.getString("reference"),
                row.getString("words"));
    }
}
