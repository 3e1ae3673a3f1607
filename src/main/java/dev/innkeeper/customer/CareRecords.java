package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.facts.CareCause;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What care asks of the tables beside its own cases. */
@Repository
class CareRecords {

    private static final int MONTH = 30;
    private static final int YEAR = 365;

    private final JdbcClient jdbc;
    private final CareProperties properties;
    private final ZoneId zone;

    CareRecords(JdbcClient jdbc, CareProperties properties, CasefileProperties casefile) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.zone = casefile.zone();
    }

    /** Takes up a cause of a customer; no where somebody did so before in this period. */
    boolean take(String customerId, CareCause cause, String period, Instant now) {
        return jdbc.sql(
                                """
                                INSERT IGNORE INTO care_taken (customer_id, cause, period, at)
                                VALUES (?, ?, ?, ?)
                                """)
                        .params(customerId, cause.name(), period, Utc.of(now))
                        .update()
                == 1;
    }

    /**
     * Takes up a cause of many customers at once.
     *
     * @return those for whom nobody did so before in this period
     */
    Set<String> takeAll(Collection<String> ids, CareCause cause, String period, Instant now) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<Object> values = new ArrayList<>();
        ids.forEach(id -> values.addAll(List.of(id, cause.name(), period, Utc.of(now))));
        return new TreeSet<>(
                jdbc.sql(
                                """
                                INSERT IGNORE INTO care_taken (customer_id, cause, period, at)
                                VALUES %s RETURNING customer_id
                                """
                                        .formatted(
                                                String.join(
                                                        ", ",
                                                        Collections.nCopies(
                                                                ids.size(), "(?, ?, ?, ?)"))))
                        .params(values)
                        .query(String.class)
                        .list());
    }

    /** Those of these customers who have not said that they want no greetings. */
    Set<String> welcomeGreetings(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(
                jdbc.sql(
                                """
                                SELECT id FROM customer c
                                WHERE id IN (:ids) AND COALESCE(
                                    (SELECT given FROM customer_consent s
                                     WHERE s.customer_id = c.id AND s.purpose = 'GREETINGS'
                                     ORDER BY s.at DESC, s.id DESC LIMIT 1), TRUE)
                                """)
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    /** Those of these customers who can be written to. */
    Set<String> withAddress(Collection<String> ids) {
        return new TreeSet<>(
                jdbc.sql("SELECT id FROM customer WHERE id IN (:ids) AND contact_email IS NOT NULL")
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    /**
     * The next customers by id whom the house may care for on that day: regulars, those who are
     * lost and were not asked why, those with a birthday, and on a holiday everybody.
     */
    List<String> next(String after, int limit, LocalDate asOf, boolean everybody) {
        return jdbc.sql(
                        """
                        SELECT id FROM customer c
                        WHERE id > :after AND merged_into IS NULL AND erased_at IS NULL
                          AND NOT no_more_effort
                          AND (:everybody OR tier = 'LOYAL_REGULAR'
                               OR DATE_FORMAT(born_on, '%m-%d') IN (:birthdays)
                               OR (life_cycle = 'LOST' AND NOT EXISTS (
                                   SELECT 1 FROM care_taken t
                                   WHERE t.customer_id = c.id AND t.cause = 'LOST'
                                     AND (c.last_visit_on IS NULL
                                          OR t.period >= DATE_FORMAT(c.last_visit_on, '%Y-%m-%d')))))
                        ORDER BY id LIMIT :limit
                        """)
                .param("after", after)
                .param("everybody", everybody)
                .param("birthdays", birthdays(asOf))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** The last of February stands for the 29th in years that have none. */
    private static List<String> birthdays(LocalDate day) {
        String today = "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
        return day.equals(LocalDate.of(day.getYear(), 2, 28)) && !day.isLeapYear()
                ? List.of(today, "02-29")
                : List.of(today);
    }

    /** Keeps others from opening a case of this customer until the transaction ends. */
    void lock(String customerId) {
        jdbc.sql("SELECT id FROM customer WHERE id = ? FOR UPDATE")
                .param(customerId)
                .query(String.class)
                .optional();
    }

    /** The case of the customer that is open. */
    Optional<String> open(String customerId) {
        return jdbc.sql(
                        """
                        SELECT number FROM care_case
                        WHERE customer_id = ? AND closed_at IS NULL LIMIT 1
                        """)
                .param(customerId)
                .query(String.class)
                .optional();
    }

    /** The open cases of those of these customers who came again since the case was opened. */
    List<String> returned(Collection<String> customerIds) {
        return customerIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                SELECT number FROM care_case k
                                WHERE customer_id IN (:ids) AND closed_at IS NULL
                                  AND EXISTS (SELECT 1 FROM stay s
                                      WHERE s.customer_id = k.customer_id
                                        AND s.arrived_on >= k.opened_on)
                                ORDER BY number
                                """)
                        .param("ids", customerIds)
                        .query(String.class)
                        .list();
    }

    /** Leaves a customer alone. */
    void spare(String customerId) {
        jdbc.sql(
                        """
                        UPDATE customer SET no_more_effort = TRUE, version = version + 1
                        WHERE id = ?
                        """)
                .param(customerId)
                .update();
    }

    /** Customers who come again are worth every effort again. */
    void welcome(Collection<String> customerIds) {
        if (!customerIds.isEmpty()) {
            jdbc.sql(
                            """
                            UPDATE customer SET no_more_effort = FALSE, version = version + 1
                            WHERE id IN (:ids) AND no_more_effort
                            """)
                    .param("ids", customerIds)
                    .update();
        }
    }

    /** What is known of each of these customers. */
    Map<String, CareFigures> figures(Collection<String> ids, LocalDate asOf) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var figures = new HashMap<String, CareFigures>();
        jdbc.sql(
                        """
                        SELECT c.id, c.tier, c.value_class, c.life_time_value, c.life_cycle,
                               c.no_more_effort, c.first_seen_at, c.born_on,
                               COALESCE(s.last_on, i.last_on) AS last_on,
                               COALESCE(s.own_last_on, i.own_last_on) AS own_last_on,
                               COALESCE(s.visits_30, i.visits_30) AS visits_30,
                               COALESCE(s.visits_365, i.visits_365) AS visits_365,
                               GREATEST(COALESCE(s.spend_365, 0), COALESCE(i.spend_365, 0))
                                   AS spend_365,
                               (SELECT k.outcome FROM care_case k
                                WHERE k.customer_id = c.id AND k.offered_at IS NOT NULL
                                ORDER BY k.opened_at DESC LIMIT 1) AS answer,
                               (SELECT MAX(k.opened_on) FROM care_case k
                                WHERE k.customer_id = c.id) AS cared_for_on
                        FROM customer c
                        LEFT JOIN (
                            SELECT customer_id,
                                   MAX(LEAST(left_on, :asOf)) AS last_on,
                                   MAX(IF(imported AND DATEDIFF(entered_at, left_on) > :history,
                                          NULL, LEAST(left_on, :asOf))) AS own_last_on,
                                   COUNT(DISTINCT IF(arrived_on > :month, arrived_on, NULL))
                                       AS visits_30,
                                   COUNT(DISTINCT IF(arrived_on > :year, arrived_on, NULL))
                                       AS visits_365,
                                   SUM(IF(arrived_on > :year, spend, 0)) AS spend_365
                            FROM stay WHERE customer_id IN (:ids) AND arrived_on <= :asOf
                            GROUP BY customer_id) s ON s.customer_id = c.id
                        LEFT JOIN (
                            SELECT customer_id, MAX(issued_on) AS last_on,
                                   MAX(IF(imported AND DATEDIFF(entered_at, issued_on) > :history,
                                          NULL, issued_on)) AS own_last_on,
                                   COUNT(DISTINCT IF(issued_on > :month, issued_on, NULL))
                                       AS visits_30,
                                   COUNT(DISTINCT IF(issued_on > :year, issued_on, NULL))
                                       AS visits_365,
                                   SUM(IF(issued_on > :year, amount, 0)) AS spend_365
                            FROM invoice WHERE customer_id IN (:ids) AND issued_on <= :asOf
                            GROUP BY customer_id) i ON i.customer_id = c.id
                        WHERE c.id IN (:ids)
                        """)
                .param("ids", ids)
                .param("asOf", asOf)
                .param("month", asOf.minusDays(MONTH))
                .param("year", asOf.minusDays(YEAR))
                .param("history", properties.historyDays())
                .query(
                        row -> {
                            figures.put(row.getString("id"), figures(row));
                        });
        return figures;
    }

    private CareFigures figures(ResultSet row) throws SQLException {
        String valueClass = row.getString("value_class");
        LocalDate last = row.getObject("last_on", LocalDate.class);
        LocalDate own = row.getObject("own_last_on", LocalDate.class);
        return new CareFigures(
                row.getString("id"),
                Tier.valueOf(row.getString("tier")),
                valueClass == null ? null : ValueClass.valueOf(valueClass),
                money(row.getBigDecimal("life_time_value")),
                LifeCycle.LOST.name().equals(row.getString("life_cycle")),
                row.getBoolean("no_more_effort"),
                row.getObject("born_on", LocalDate.class),
                LocalDate.ofInstant(Utc.read(row, "first_seen_at"), zone),
                last,
                row.getInt("visits_30"),
                row.getInt("visits_365"),
                money(row.getBigDecimal("spend_365")),
                last != null && !last.equals(own),
                CareOutcome.NO_ANSWER.name().equals(row.getString("answer")),
                row.getObject("cared_for_on", LocalDate.class));
    }

    private static Money money(BigDecimal amount) {
        return amount == null || amount.signum() < 0 ? Money.ZERO : new Money(amount);
    }
}
