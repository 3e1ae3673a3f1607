package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.CustomerFigures.CareFigure;
import dev.innkeeper.customer.CustomerFigures.Count;
import dev.innkeeper.customer.CustomerFigures.Dormant;
import dev.innkeeper.customer.CustomerFigures.DormantRegular;
import dev.innkeeper.customer.CustomerFigures.Point;
import dev.innkeeper.customer.CustomerFigures.Shares;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.ValueClass;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts customers, imported stays and invoices like all others. */
@Service
@Transactional(readOnly = true)
public class CustomerStatistics {

    /** Regulars on a page. */
    public static final int PAGE = 50;

    private static final int YEAR = 365;
    private static final int DECIMALS = 2;

    /** The curve has a point for each so-manieth part of the customers. */
    private static final int STEPS = 20;

    /** The steps that are the best 20 percent. */
    private static final int TOP_STEPS = 4;

    /** The last visit by the day: a later one hides it, and then the stays are looked at. */
    private static final String DORMANT =
            """
            SELECT id, COALESCE(contact_name, contact_company) AS name, value_class,
                life_time_value,
                IF(last_visit_on <= :asOf, last_visit_on,
                    (SELECT MAX(stay.left_on) FROM stay
                     WHERE stay.customer_id = customer.id AND stay.left_on <= :asOf)) AS last_on
            FROM customer
            WHERE tier = 'LOYAL_REGULAR' AND merged_into IS NULL AND erased_at IS NULL
            HAVING last_on <= :absentSince\
            """;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Clock clock;
    private final ZoneId zone;

    CustomerStatistics(
            JdbcClient jdbc, Decisions decisions, Clock clock, CasefileProperties properties) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** Today in the house's time zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * The customers in figures.
     *
     * @param asOf the day on which everything is counted
     * @param page of the dormant regulars, from 0
     */
    public CustomerFigures figures(LocalDate asOf, int page) {
        return new CustomerFigures(
                asOf,
                shares(asOf),
                counts("value_class", ValueClass.class),
                counts("life_cycle", LifeCycle.class),
                counts("tier", Tier.class),
                dormant(asOf, page),
                care(asOf));
    }

    /** The customers of one part of the ranking, and all that it takes to know of the ranking. */
    private record Step(
            int step,
            long place,
            BigDecimal turnover,
            long enough,
            long number,
            BigDecimal whole) {}

    private Shares shares(LocalDate asOf) {
        List<Step> steps =
                jdbc.sql(
                                """
                                SELECT CEIL(:steps * place / number) AS step, MAX(place) AS place,
                                    SUM(turnover) AS turnover,
                                    SUM(so_far - turnover < 0.8 * whole) AS enough,
                                    MAX(number) AS number, MAX(whole) AS whole
                                FROM (
                                    SELECT turnover, COUNT(*) OVER best AS place,
                                        SUM(turnover) OVER best AS so_far,
                                        COUNT(*) OVER () AS number, SUM(turnover) OVER () AS whole
                                    FROM (
                                        SELECT customer_id,
                                            GREATEST(SUM(spend), SUM(invoiced)) AS turnover
                                        FROM (
                                            SELECT customer_id, SUM(spend) AS spend, 0 AS invoiced
                                            FROM stay
                                            WHERE arrived_on > :before AND arrived_on <= :asOf
                                            GROUP BY customer_id
                                            UNION ALL
                                            SELECT customer_id, 0, SUM(amount)
                                            FROM invoice
                                            WHERE issued_on > :before AND issued_on <= :asOf
                                            GROUP BY customer_id
                                        ) parts
                                        GROUP BY customer_id HAVING turnover > 0
                                    ) customers
                                    WINDOW best AS
                                        (ORDER BY turnover DESC ROWS UNBOUNDED PRECEDING)
                                ) ranked
                                GROUP BY step ORDER BY step\
                                """)
                        .param("steps", STEPS)
                        .param("before", asOf.minusDays(YEAR))
                        .param("asOf", asOf)
                        .query(
                                (row, n) ->
                                        new Step(
                                                row.getInt("step"),
                                                row.getLong("place"),
                                                row.getBigDecimal("turnover"),
                                                row.getLong("enough"),
                                                row.getLong("number"),
                                                row.getBigDecimal("whole")))
                        .list();
        if (steps.isEmpty()) {
            return new Shares(0, Money.ZERO, List.of(), null, null);
        }
        var number = BigDecimal.valueOf(steps.get(0).number());
        var whole = steps.get(0).whole();
        var curve = new ArrayList<Point>(steps.size());
        var brought = BigDecimal.ZERO;
        var top = BigDecimal.ZERO;
        long enough = 0;
        for (Step step : steps) {
            brought = brought.add(step.turnover());
            enough += step.enough();
            if (step.step() <= TOP_STEPS) {
                top = brought;
            }
            curve.add(
                    new Point(
                            percent(BigDecimal.valueOf(step.place()), number),
                            percent(brought, whole)));
        }
        return new Shares(
                number.longValueExact(),
                new Money(whole),
                curve,
                percent(BigDecimal.valueOf(enough), number),
                percent(top, whole));
    }

    private <K extends Enum<K>> List<Count<K>> counts(String column, Class<K> type) {
        Comparator<Count<K>> byKind =
                Comparator.comparing(
                        Count::kind, Comparator.nullsLast(Comparator.<K>naturalOrder()));
        return jdbc
                .sql(
                        """
                        SELECT %1$s AS kind, COUNT(*) AS customers,
                            SUM(life_time_value) AS life_time_value
                        FROM customer WHERE merged_into IS NULL AND erased_at IS NULL
                        GROUP BY %1$s\
                        """
                                .formatted(column))
                .query(
                        (row, n) ->
                                new Count<>(
                                        named(row, "kind", type),
                                        row.getLong("customers"),
                                        money(row, "life_time_value")))
                .list()
                .stream()
                .sorted(byKind)
                .toList();
    }

    private Dormant dormant(LocalDate asOf, int page) {
        int fromDays = decisions.look(CustomerDecisions.CARE_OFFER, Facts.of()).absentFromDays();
        var absentSince = asOf.minusDays(fromDays);
        long number =
                jdbc.sql("SELECT COUNT(*) FROM (" + DORMANT + ") dormant")
                        .param("asOf", asOf)
                        .param("absentSince", absentSince)
                        .query(Long.class)
                        .single();
        List<DormantRegular> regulars =
                jdbc.sql(DORMANT + " ORDER BY last_on, id LIMIT :size OFFSET :offset")
                        .param("asOf", asOf)
                        .param("absentSince", absentSince)
                        .param("size", PAGE)
                        .param("offset", (long) page * PAGE)
                        .query(
                                (row, n) -> {
                                    var last = row.getObject("last_on", LocalDate.class);
                                    return new DormantRegular(
                                            row.getString("id"),
                                            row.getString("name"),
                                            last,
                                            (int) ChronoUnit.DAYS.between(last, asOf),
                                            named(row, "value_class", ValueClass.class),
                                            money(row, "life_time_value"));
                                })
                        .list();
        return new Dormant(fromDays, number, page, PAGE, regulars);
    }

    private List<CareFigure> care(LocalDate asOf) {
        return jdbc
                .sql(
                        """
                        SELECT cause, outcome, COUNT(*) AS number,
                            SUM(offer <> 'NONE') AS offers, SUM(worth) AS worth
                        FROM care_case
                        WHERE closed_at >= :from AND closed_at < :to AND outcome IS NOT NULL
                        GROUP BY cause, outcome\
                        """)
                .param("from", midnight(asOf.minusDays(YEAR - 1)))
                .param("to", midnight(asOf.plusDays(1)))
                .query(
                        (row, n) ->
                                new CareFigure(
                                        CareCause.valueOf(row.getString("cause")),
                                        CareOutcome.valueOf(row.getString("outcome")),
                                        row.getLong("number"),
                                        row.getLong("offers"),
                                        money(row, "worth")))
                .list()
                .stream()
                .sorted(Comparator.comparing(CareFigure::cause).thenComparing(CareFigure::outcome))
                .toList();
    }

    private LocalDateTime midnight(LocalDate day) {
        return Utc.of(day.atStartOfDay(zone).toInstant());
    }

    private static <K extends Enum<K>> @Nullable K named(
            ResultSet row, String column, Class<K> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? Money.ZERO : new Money(amount);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
