package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.CreditOverview.Exposure;
import dev.innkeeper.creditreview.CreditOverview.Month;
import dev.innkeeper.creditreview.CreditOverview.Reviews;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts credit: receivables from invoices and payments, imported ones like all others, and what
 * was granted from the terms of the day.
 */
@Service
@Transactional(readOnly = true)
public class CreditStatistics {

    /** Days of invoices against which receivables are measured. */
    private static final int SALES_DAYS = 90;

    private static final int DECIMALS = 2;

    /** What was open of an invoice on the day; payments are looked at where some were made. */
    private static final String OPEN =
            """
            SELECT customer_id, due_on,
                IF(open_amount = amount, amount,
                    amount - (SELECT COALESCE(SUM(payment.amount), 0) FROM payment
                        WHERE payment.invoice_id = invoice.id AND payment.paid_on <= :asOf)) AS open
            FROM invoice
            WHERE issued_on <= :asOf AND (settled_on IS NULL OR settled_on > :asOf)\
            """;

    private static final String TERMS_OF_THE_DAY =
            """
            terms.effective_from <= :asOf
                AND (terms.effective_until IS NULL OR terms.effective_until > :asOf)\
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    CreditStatistics(JdbcClient jdbc, Clock clock, CasefileProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** Today in the house's time zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * Credit in figures.
     *
     * @param asOf the day on which everything is counted
     * @param months how many months of the past, that of the day among them; 1 or more
     */
    public CreditOverview figures(LocalDate asOf, int months) {
        var exposure = exposure(asOf);
        return new CreditOverview(
                asOf,
                exposure.stream().map(Exposure::limit).reduce(Money.ZERO, Money::plus),
                exposure,
                months(asOf, months),
                reviews(asOf),
                jdbc.sql("SELECT COUNT(*) FROM credit_account WHERE hold")
                        .query(Long.class)
                        .single());
    }

    private record Kind(@Nullable Tier tier, @Nullable ScoreBand band) {

        static Kind of(ResultSet row) throws SQLException {
            String tier = row.getString("tier");
            String band = row.getString("band");
            return new Kind(
                    tier == null ? null : Tier.valueOf(tier),
                    band == null ? null : ScoreBand.valueOf(band));
        }
    }

    private record Owed(long customers, Money open, Money overdue) {

        static final Owed NOTHING = new Owed(0, Money.ZERO, Money.ZERO);
    }

    private List<Exposure> exposure(LocalDate asOf) {
        Map<Kind, Owed> owed = owed(asOf);
        var all = new ArrayList<Exposure>();
        jdbc.sql(
                        """
                        SELECT tier, band, COUNT(*) AS customers, SUM(credit_limit) AS granted
                        FROM credit_terms terms WHERE %s GROUP BY tier, band\
                        """
                                .formatted(TERMS_OF_THE_DAY))
                .param("asOf", asOf)
                .query(
                        row -> {
                            var kind = Kind.of(row);
                            var of = owed.getOrDefault(kind, Owed.NOTHING);
                            all.add(
                                    exposure(
                                            kind,
                                            row.getLong("customers"),
                                            money(row, "granted"),
                                            of));
                        });
        var none = new Kind(null, null);
        var withoutTerms = owed.get(none);
        if (withoutTerms != null) {
            all.add(exposure(none, withoutTerms.customers(), Money.ZERO, withoutTerms));
        }
        all.sort(
                Comparator.comparing(
                                Exposure::tier, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(
                                Exposure::band, Comparator.nullsLast(Comparator.naturalOrder())));
        return all;
    }

    private static Exposure exposure(Kind kind, long customers, Money limit, Owed of) {
        return new Exposure(
                kind.tier(),
                kind.band(),
                customers,
                limit,
                of.open(),
                of.overdue(),
                percent(of.open().amount(), limit.amount()));
    }

    private Map<Kind, Owed> owed(LocalDate asOf) {
        var owed = new HashMap<Kind, Owed>();
        jdbc.sql(
                        """
                        SELECT terms.tier, terms.band, COUNT(*) AS customers,
                            SUM(held.open) AS open, SUM(held.overdue) AS overdue
                        FROM (
                            SELECT customer_id, SUM(open) AS open,
                                SUM(IF(due_on < :asOf, open, 0)) AS overdue
                            FROM (%s) invoices GROUP BY customer_id HAVING SUM(open) > 0
                        ) held
                        LEFT JOIN credit_terms terms
                            ON terms.customer_id = held.customer_id AND %s
                        GROUP BY terms.tier, terms.band\
                        """
                                .formatted(OPEN, TERMS_OF_THE_DAY))
                .param("asOf", asOf)
                .query(
                        row -> {
                            owed.put(
                                    Kind.of(row),
                                    new Owed(
                                            row.getLong("customers"),
                                            money(row, "open"),
                                            money(row, "overdue")));
                        });
        return owed;
    }

    /** How many customers went where in a month. */
    private record Moved(long first, long up, long same, long down) {

        static final Moved NOBODY = new Moved(0, 0, 0, 0);
    }

    private List<Month> months(LocalDate asOf, int number) {
        var first = YearMonth.from(asOf).minusMonths(number - 1L);
        var receivables = new BigDecimal[number];
        var overdue = new BigDecimal[number];
        Arrays.fill(receivables, BigDecimal.ZERO);
        Arrays.fill(overdue, BigDecimal.ZERO);
        changes(asOf, first, receivables, overdue);
        var invoiced = invoicedByDay(first.atDay(1).minusDays(SALES_DAYS), asOf);
        var moved = moved(first.atDay(1), asOf);
        var months = new ArrayList<Month>(number);
        var open = BigDecimal.ZERO;
        var late = BigDecimal.ZERO;
        for (int n = 0; n < number; n++) {
            open = open.add(receivables[n]);
            late = late.add(overdue[n]);
            var end = end(first.plusMonths(n), asOf);
            var sales =
                    invoiced.subMap(end.minusDays(SALES_DAYS), false, end, true).values().stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            var went = moved.getOrDefault(n, Moved.NOBODY);
            months.add(
                    new Month(
                            end,
                            new Money(open),
                            new Money(late),
                            percent(late, open),
                            new Money(sales),
                            ratio(open.multiply(BigDecimal.valueOf(SALES_DAYS)), sales),
                            went.first(),
                            went.up(),
                            went.same(),
                            went.down()));
        }
        return months;
    }

    private static LocalDate end(YearMonth month, LocalDate asOf) {
        var end = month.atEndOfMonth();
        return end.isAfter(asOf) ? asOf : end;
    }

    /**
     * Adds what invoices and payments change in receivables and overdue, each in the month in which
     * it does, all before the first month in the first. Invoices that were settled before the end
     * of the first month change nothing and are left out.
     */
    private void changes(
            LocalDate asOf, YearMonth first, BigDecimal[] receivables, BigDecimal[] overdue) {
        String held =
                """
                invoice.issued_on <= :asOf
                    AND (invoice.settled_on IS NULL OR invoice.settled_on > :firstEnd)\
                """;
        String entered = monthOf("invoice.issued_on");
        String late = lateMonth("invoice.due_on");
        String paid = monthOf("GREATEST(payment.paid_on, invoice.issued_on)");
        String paidLate =
                lateMonth("GREATEST(DATE_SUB(payment.paid_on, INTERVAL 1 DAY), invoice.due_on)");
        jdbc.sql(
                        """
                        SELECT %1$s AS entered, %2$s AS late, SUM(invoice.amount) AS amount
                        FROM invoice WHERE %5$s GROUP BY entered, late
                        UNION ALL
                        SELECT %3$s AS entered, %4$s AS late, -SUM(payment.amount) AS amount
                        FROM invoice JOIN payment ON payment.invoice_id = invoice.id
                        WHERE %5$s AND payment.paid_on <= :asOf GROUP BY entered, late\
                        """
                                .formatted(entered, late, paid, paidLate, held))
                .param("asOf", asOf)
                .param("firstEnd", end(first, asOf))
                .param("first", first.getYear() * 100 + first.getMonthValue())
                .query(
                        row -> {
                            var amount = row.getBigDecimal("amount");
                            int month = row.getInt("entered");
                            receivables[month] = receivables[month].add(amount);
                            int lateMonth = row.getInt("late");
                            if (lateMonth < overdue.length) {
                                overdue[lateMonth] = overdue[lateMonth].add(amount);
                            }
                        });
    }

    /** The month of a day, counted from the first; all before it are the first. */
    private static String monthOf(String day) {
        return "GREATEST(PERIOD_DIFF(EXTRACT(YEAR_MONTH FROM %s), :first), 0)".formatted(day);
    }

    /**
     * The month in which something becomes overdue the day after; beyond all where it is not yet.
     */
    private static String lateMonth(String due) {
        return "IF(%1$s >= :asOf, 1000, %2$s)"
                .formatted(due, monthOf("DATE_ADD(" + due + ", INTERVAL 1 DAY)"));
    }

    private NavigableMap<LocalDate, BigDecimal> invoicedByDay(LocalDate after, LocalDate asOf) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        jdbc.sql(
                        """
                        SELECT issued_on, SUM(amount) AS amount FROM invoice
                        WHERE issued_on > :after AND issued_on <= :asOf GROUP BY issued_on\
                        """)
                .param("after", after)
                .param("asOf", asOf)
                .query(
                        row -> {
                            days.put(
                                    row.getObject("issued_on", LocalDate.class),
                                    row.getBigDecimal("amount"));
                        });
        return days;
    }

    private Map<Integer, Moved> moved(LocalDate first, LocalDate asOf) {
        var moved = new HashMap<Integer, Moved>();
        jdbc.sql(
                        """
                        SELECT EXTRACT(YEAR_MONTH FROM effective_from) AS month,
                            SUM(version_number = 1) AS first,
                            SUM(version_number > 1 AND movement = 'UP') AS up,
                            SUM(version_number > 1 AND movement = 'SAME') AS same,
                            SUM(version_number > 1 AND movement = 'DOWN') AS down
                        FROM credit_terms
                        WHERE effective_from >= :first AND effective_from <= :asOf
                        GROUP BY month\
                        """)
                .param("first", first)
                .param("asOf", asOf)
                .query(
                        row -> {
                            int month = row.getInt("month");
                            moved.put(
                                    (int)
                                            ChronoUnit.MONTHS.between(
                                                    YearMonth.from(first),
                                                    YearMonth.of(month / 100, month % 100)),
                                    new Moved(
                                            row.getLong("first"),
                                            row.getLong("up"),
                                            row.getLong("same"),
                                            row.getLong("down")));
                        });
        return moved;
    }

    private Reviews reviews(LocalDate asOf) {
        return jdbc.sql(
                        """
                        SELECT
                            COALESCE(SUM(next_review_on > :asOf AND next_review_on <= :soon), 0)
                                AS soon,
                            COALESCE(SUM(next_review_on = :asOf), 0) AS today,
                            COALESCE(SUM(next_review_on < :asOf AND next_review_on >= :week), 0)
                                AS week,
                            COALESCE(SUM(next_review_on < :week AND next_review_on >= :month), 0)
                                AS month,
                            COALESCE(SUM(next_review_on < :month), 0) AS longer,
                            COUNT(open_review) AS open
                        FROM credit_account\
                        """)
                .param("asOf", asOf)
                .param("soon", asOf.plusDays(30))
                .param("week", asOf.minusDays(7))
                .param("month", asOf.minusDays(30))
                .query(
                        (row, n) ->
                                new Reviews(
                                        row.getLong("soon"),
                                        row.getLong("today"),
                                        row.getLong("week"),
                                        row.getLong("month"),
                                        row.getLong("longer"),
                                        row.getLong("open")))
                .single();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? Money.ZERO : new Money(amount);
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return ratio(part.movePointRight(2), whole);
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
