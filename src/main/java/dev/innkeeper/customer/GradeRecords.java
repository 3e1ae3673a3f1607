package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.facts.CustomerGrade;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.ValueClass;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What grading asks of the tables and writes into them, for a page of customers at once. */
@Repository
class GradeRecords {

    private static final int QUARTER = 90;
    private static final int YEAR = 365;

    /** One row for each customer with visits, as stays or as invoices show them. */
    private static final String VISITS =
            """
            SELECT customer_id, MIN(%1$s) AS first_on, MAX(LEAST(%2$s, :asOf)) AS last_on,
                   COUNT(DISTINCT IF(%1$s > :year, %1$s, NULL)) AS days_12,
                   COUNT(DISTINCT IF(%1$s > :year, EXTRACT(YEAR_MONTH FROM %1$s), NULL))
                       AS months_12,
                   SUM(%3$s) AS spend,
                   SUM(IF(%1$s > :year, %3$s, 0)) AS spend_12,
                   SUM(IF(%1$s > :quarter, %3$s, 0)) AS spend_90,
                   SUM(IF(%1$s > :before AND %1$s <= :quarter, %3$s, 0)) AS spend_before_90\
            """;

    private static final String STAYS =
            VISITS.formatted("arrived_on", "left_on", "spend")
                    + """
                    , COALESCE(SUM(margin), 0) AS margin,
                      COALESCE(SUM(IF(arrived_on > :year, margin, 0)), 0) AS margin_12,
                      SUM(IF(margin IS NULL, 0, spend)) AS with_margin,
                      SUM(IF(margin IS NULL OR arrived_on <= :year, 0, spend)) AS with_margin_12
                    FROM stay WHERE customer_id IN (:ids) AND arrived_on <= :asOf
                    GROUP BY customer_id
                    """;

    private static final String BILLS =
            VISITS.formatted("issued_on", "issued_on", "amount")
                    + """
                    \sFROM invoice WHERE customer_id IN (:ids) AND issued_on <= :asOf
                    GROUP BY customer_id
                    """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ZoneId zone;

    GradeRecords(JdbcClient jdbc, JdbcTemplate batches, CasefileProperties properties) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.zone = properties.zone();
    }

    /** The next customers of the house by id who are not graded for a later day. */
    List<String> next(String after, int limit, LocalDate asOf) {
        return jdbc.sql(
                        """
                        SELECT id FROM customer
                        WHERE id > ? AND merged_into IS NULL AND erased_at IS NULL
                          AND (graded_on IS NULL OR graded_on <= ?)
                        ORDER BY id LIMIT ?
                        """)
                .params(after, asOf, limit)
                .query(String.class)
                .list();
    }

    /** What all customers together brought in the twelve months to that day. */
    BigDecimal houseTurnover(LocalDate asOf) {
        return jdbc.sql(
                        """
                        SELECT COALESCE(SUM(GREATEST(spend, billed)), 0) FROM (
                            SELECT customer_id, SUM(spend) AS spend, SUM(billed) AS billed FROM (
                                SELECT customer_id, SUM(spend) AS spend, 0 AS billed FROM stay
                                WHERE arrived_on > :year AND arrived_on <= :asOf
                                GROUP BY customer_id
                                UNION ALL
                                SELECT customer_id, 0, SUM(amount) FROM invoice
                                WHERE issued_on > :year AND issued_on <= :asOf
                                GROUP BY customer_id) each_way
                            GROUP BY customer_id) each_customer
                        """)
                .param("year", asOf.minusDays(YEAR))
                .param("asOf", asOf)
                .query(BigDecimal.class)
                .single();
    }

    /** Keeps the turnover of the house for all pages of a night. */
    void keepHouseTurnover(LocalDate asOf, BigDecimal turnover) {
        jdbc.sql(
                        """
                        INSERT INTO house_turnover (as_of, turnover) VALUES (:asOf, :turnover)
                        ON DUPLICATE KEY UPDATE turnover = :turnover
                        """)
                .param("asOf", asOf)
                .param("turnover", turnover)
                .update();
    }

    /** The turnover of the house that the night began with. */
    BigDecimal keptHouseTurnover(LocalDate asOf) {
        return jdbc.sql("SELECT turnover FROM house_turnover WHERE as_of = ?")
                .param(asOf)
                .query(BigDecimal.class)
                .optional()
                .orElseGet(() -> houseTurnover(asOf));
    }

    /** The figures of these customers, whose files are held until the transaction ends. */
    List<GradeFigures> figures(Collection<String> ids, LocalDate asOf) {
        Map<String, StayRow> stays = new LinkedHashMap<>();
        asked(STAYS, ids, asOf)
                .query(
                        row -> {
                            stays.put(row.getString("customer_id"), stays(row));
                        });
        Map<String, GradeFigures.Visits> bills = new LinkedHashMap<>();
        asked(BILLS, ids, asOf)
                .query(
                        row -> {
                            bills.put(row.getString("customer_id"), visits(row));
                        });
        Map<String, BigDecimal> intervals = intervals(stays.keySet(), "stay", "arrived_on", asOf);
        intervals.putAll(
                intervals(
                        bills.keySet().stream().filter(id -> !stays.containsKey(id)).toList(),
                        "invoice",
                        "issued_on",
                        asOf));
        return jdbc.sql(
                        """
                        SELECT id, tier, tier_set_by, tier_set_at, value_class, life_cycle,
                               life_time_value, strategic_as, credit_score, first_seen_at
                        FROM customer WHERE id IN (:ids)
                          AND merged_into IS NULL AND erased_at IS NULL
                        ORDER BY id FOR UPDATE
                        """)
                .param("ids", ids)
                .query(
                        (row, n) -> {
                            String id = row.getString("id");
                            return figures(
                                    row,
                                    stays.getOrDefault(id, StayRow.NONE),
                                    bills.getOrDefault(id, NO_VISITS),
                                    intervals.get(id));
                        })
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Collection<String> ids, LocalDate asOf) {
        return jdbc.sql(sql)
                .param("ids", ids)
                .param("asOf", asOf)
                .param("year", asOf.minusDays(YEAR))
                .param("quarter", asOf.minusDays(QUARTER))
                .param("before", asOf.minusDays(2 * QUARTER));
    }

    /** The usual days between two visits: the median, which one long absence does not move. */
    private Map<String, BigDecimal> intervals(
            Collection<String> ids, String table, String day, LocalDate asOf) {
        if (ids.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Map<String, List<Long>> visits = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT DISTINCT customer_id, TO_DAYS(%1$s) AS day FROM %2$s
                        WHERE customer_id IN (:ids) AND %1$s <= :asOf
                        ORDER BY customer_id, day
                        """
                                .formatted(day, table))
                .param("ids", ids)
                .param("asOf", asOf)
                .query(
                        row -> {
                            visits.computeIfAbsent(
                                            row.getString("customer_id"), id -> new ArrayList<>())
                                    .add(row.getLong("day"));
                        });
        Map<String, BigDecimal> intervals = new LinkedHashMap<>();
        visits.forEach(
                (id, days) -> {
                    if (days.size() > 1) {
                        intervals.put(id, medianGap(days));
                    }
                });
        return intervals;
    }

    private static BigDecimal medianGap(List<Long> days) {
        long[] gaps =
                IntStream.range(1, days.size())
                        .mapToLong(n -> days.get(n) - days.get(n - 1))
                        .sorted()
                        .toArray();
        long middle = gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2];
        return BigDecimal.valueOf(middle).divide(BigDecimal.valueOf(2));
    }

    /** What was looked at today. */
    void looked(Collection<String> ids, LocalDate asOf) {
        jdbc.sql("UPDATE customer SET graded_on = :asOf WHERE id IN (:ids)")
                .param("asOf", asOf)
                .param("ids", ids)
                .update();
    }

    /** Writes the grades that are new. */
    void write(List<Graded> graded) {
        batches.batchUpdate(
                """
                UPDATE customer
                SET tier_set_by = IF(tier = ?, tier_set_by, NULL),
                    tier_set_at = IF(tier = ?, tier_set_at, NULL),
                    tier = ?, value_class = ?, life_cycle = ?, life_time_value = ?,
                    version = version + 1
                WHERE id = ?
                """,
                graded.stream()
                        .map(
                                one -> {
                                    String tier = one.grade().tier().name();
                                    return new Object[] {
                                        tier,
                                        tier,
                                        tier,
                                        one.grade().valueClass().name(),
                                        one.grade().lifeCycle().name(),
                                        one.grade().lifeTimeValue(),
                                        one.customerId()
                                    };
                                })
                        .toList());
    }

    /** The grade of a customer. */
    record Graded(String customerId, CustomerGrade grade) {}

    /** Notes on the time lines of the customers what changed. */
    void note(List<Change> changes, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (Change change : changes) {
            rows.add(
                    new Object[] {
                        change.customerId(),
                        Utc.of(now),
                        Actor.SYSTEM.userId(),
                        "GRADED",
                        change.what(),
                        change.why()
                    });
        }
        batches.batchUpdate(
                """
                INSERT INTO customer_event (customer_id, at, actor, event, what, note)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    /** What changed of a customer, and why by the rules. */
    record Change(String customerId, String what, String why) {}

    private GradeFigures figures(
            ResultSet row, StayRow stays, GradeFigures.Visits bills, @Nullable BigDecimal interval)
            throws SQLException {
        String valueClass = row.getString("value_class");
        String lifeCycle = row.getString("life_cycle");
        return new GradeFigures(
                row.getString("id"),
                Tier.valueOf(row.getString("tier")),
                row.getString("tier_set_by"),
                Utc.readNullable(row, "tier_set_at"),
                valueClass == null ? null : ValueClass.valueOf(valueClass),
                lifeCycle == null ? null : LifeCycle.valueOf(lifeCycle),
                Objects.requireNonNullElse(row.getBigDecimal("life_time_value"), BigDecimal.ZERO),
                row.getString("strategic_as") != null,
                row.getObject("credit_score", Integer.class),
                LocalDate.ofInstant(Utc.read(row, "first_seen_at"), zone),
                stays.visits(),
                bills,
                stays.margin(),
                stays.margin12Months(),
                stays.withMargin(),
                stays.withMargin12Months(),
                interval);
    }

    private static final GradeFigures.Visits NO_VISITS =
            new GradeFigures.Visits(
                    null,
                    null,
                    0,
                    0,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO);

    private record StayRow(
            GradeFigures.Visits visits,
            BigDecimal margin,
            BigDecimal margin12Months,
            BigDecimal withMargin,
            BigDecimal withMargin12Months) {

        static final StayRow NONE =
                new StayRow(
                        NO_VISITS,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO);
    }

    private static StayRow stays(ResultSet row) throws SQLException {
        return new StayRow(
                visits(row),
                row.getBigDecimal("margin"),
                row.getBigDecimal("margin_12"),
                row.getBigDecimal("with_margin"),
                row.getBigDecimal("with_margin_12"));
    }

    private static GradeFigures.Visits visits(ResultSet row) throws SQLException {
        return new GradeFigures.Visits(
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                row.getInt("days_12"),
                row.getInt("months_12"),
                row.getBigDecimal("spend"),
                row.getBigDecimal("spend_12"),
                row.getBigDecimal("spend_90"),
                row.getBigDecimal("spend_before_90"));
    }
}
