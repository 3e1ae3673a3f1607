package dev.innkeeper.customer;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.LifeCycle;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stays, invoices and payments of a customer, and what follows from them, as sections of the file.
 */
@Configuration(proxyBeanMethods = false)
class LedgerParts {

    /** Twelve months, as the house counts them. */
    private static final int YEAR = 365;

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;

    LedgerParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the customer is worth; null where it was not judged yet. */
    record Grade(
            Tier tier,
            String tierLabel,
            @Nullable String valueClass,
            @Nullable String lifeCycle,
            @Nullable String lifeCycleLabel,
            @Nullable BigDecimal lifeTimeValue,
            @Nullable LocalDate gradedOn,
            @Nullable LocalDate lastVisitOn,
            boolean noMoreEffort) {}

    /** What a month brought, in CNY. */
    record Month(String month, BigDecimal amount) {}

    /** The last 365 days, in CNY, and the last 12 months one by one. */
    record Spend(
            int stays, BigDecimal spend, @Nullable LocalDate lastVisitOn, List<Month> byMonth) {}

    /** A stay, a visit or an event; spend in CNY. */
    record StayRow(
            String id,
            StayKind kind,
            String kindLabel,
            LocalDate arrivedOn,
            LocalDate leftOn,
            BigDecimal spend,
            boolean imported) {}

    /** What is to be paid, in CNY; an invoice in dispute is open but not overdue. */
    record Due(
            BigDecimal invoiced,
            BigDecimal open,
            BigDecimal overdue,
            BigDecimal disputed,
            int oldestDaysOverdue,
            List<Month> byMonth) {}

    /** An invoice, in CNY. */
    record InvoiceRow(
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal amount,
            BigDecimal open,
            @Nullable LocalDate settledOn,
            boolean disputed,
            int daysOverdue,
            boolean imported) {}

    /** What was paid in the last 365 days, in CNY. */
    record Paid(int payments, BigDecimal paid, @Nullable LocalDate lastPaidOn) {}

    /** A payment, in CNY. */
    record PaymentRow(String id, String invoice, LocalDate paidOn, BigDecimal amount) {}

    @Bean
    FilePart gradePart() {
        return FilePart.of(FileSection.GRADE, this::grade);
    }

    @Bean
    FilePart staysPart() {
        return FilePart.of(FileSection.STAYS, this::stays);
    }

    @Bean
    FilePart invoicesPart() {
        return FilePart.of(FileSection.INVOICES, this::invoices);
    }

    @Bean
    FilePart paymentsPart() {
        return FilePart.of(FileSection.PAYMENTS, this::payments);
    }

    private FilePart.Content grade(FilePart.Question question) {
        Language language = question.language();
        Grade grade =
                jdbc.sql(
                                """
                                SELECT tier, value_class, life_cycle, life_time_value, graded_on,
                                       last_visit_on, no_more_effort
                                FROM customer WHERE id = ?\
                                """)
                        .param(question.customerId())
                        .query(
                                (row, n) -> {
                                    Tier tier = Tier.valueOf(row.getString("tier"));
                                    String cycle = row.getString("life_cycle");
                                    return new Grade(
                                            tier,
                                            language.of(tier),
                                            row.getString("value_class"),
                                            cycle,
                                            cycle == null
                                                    ? null
                                                    : language.of(LifeCycle.valueOf(cycle)),
                                            row.getBigDecimal("life_time_value"),
                                            row.getObject("graded_on", LocalDate.class),
                                            row.getObject("last_visit_on", LocalDate.class),
                                            row.getBoolean("no_more_effort"));
                                })
                        .single();
        return new FilePart.Content(grade, new Page<>(List.of(), 0));
    }

    private FilePart.Content stays(FilePart.Question question) {
        LocalDate today = question.today();
        Spend spend =
                jdbc.sql(
                                """
                                SELECT COUNT(*) AS stays, COALESCE(SUM(spend), 0) AS spend,
                                    (SELECT MAX(arrived_on) FROM stay WHERE customer_id = :id
                                        AND arrived_on <= :today) AS last_visit
                                FROM stay
                                WHERE customer_id = :id AND arrived_on > :from
                                  AND arrived_on <= :today\
                                """)
                        .param("id", question.customerId())
                        .param("from", today.minusDays(YEAR))
                        .param("today", today)
                        .query(
                                (row, n) ->
                                        new Spend(
                                                row.getInt("stays"),
                                                row.getBigDecimal("spend"),
                                                row.getObject("last_visit", LocalDate.class),
                                                byMonth(
                                                        question,
                                                        """
                                                        SELECT DATE_FORMAT(arrived_on, '%Y-%m') AS
                                                            month, SUM(spend) AS amount
                                                        FROM stay
                                                        WHERE customer_id = :id
                                                          AND arrived_on >= :from
                                                          AND arrived_on <= :today
                                                        GROUP BY month\
                                                        """)))
                        .single();
        return new FilePart.Content(
                spend,
                rows(
                        question,
                        "stay",
                        """
                        SELECT external_id, kind, arrived_on, left_on, spend, imported FROM stay
                        WHERE customer_id = :id ORDER BY arrived_on DESC, id DESC\
                        """,
                        row -> {
                            StayKind kind = StayKind.valueOf(row.getString("kind"));
                            return new StayRow(
                                    row.getString("external_id"),
                                    kind,
                                    question.language().of(kind),
                                    row.getObject("arrived_on", LocalDate.class),
                                    row.getObject("left_on", LocalDate.class),
                                    row.getBigDecimal("spend"),
                                    row.getBoolean("imported"));
                        }));
    }

    private FilePart.Content invoices(FilePart.Question question) {
        LocalDate today = question.today();
        Due due =
                jdbc.sql(
                                """
                                SELECT
                                    (SELECT COALESCE(SUM(amount), 0) FROM invoice
                                        WHERE customer_id = :id AND issued_on > :from
                                          AND issued_on <= :today) AS invoiced,
                                    COALESCE(SUM(open_amount), 0) AS open,
                                    COALESCE(SUM(IF(due_on < :today AND NOT disputed, open_amount,
                                        0)), 0) AS overdue,
                                    COALESCE(SUM(IF(disputed, open_amount, 0)), 0) AS disputed,
                                    MIN(IF(NOT disputed, due_on, NULL)) AS oldest
                                FROM invoice WHERE customer_id = :id AND settled_on IS NULL\
                                """)
                        .param("id", question.customerId())
                        .param("from", today.minusDays(YEAR))
                        .param("today", today)
                        .query(
                                (row, n) ->
                                        new Due(
                                                row.getBigDecimal("invoiced"),
                                                row.getBigDecimal("open"),
                                                row.getBigDecimal("overdue"),
                                                row.getBigDecimal("disputed"),
                                                overdue(
                                                        row.getObject("oldest", LocalDate.class),
                                                        today),
                                                byMonth(
                                                        question,
                                                        """
                                                        SELECT DATE_FORMAT(issued_on, '%Y-%m') AS
                                                            month, SUM(amount) AS amount
                                                        FROM invoice
                                                        WHERE customer_id = :id
                                                          AND issued_on >= :from
                                                          AND issued_on <= :today
                                                        GROUP BY month\
                                                        """)))
                        .single();
        return new FilePart.Content(
                due,
                rows(
                        question,
                        "invoice",
                        """
                        SELECT number, issued_on, due_on, amount, open_amount, settled_on, disputed,
                               imported
                        FROM invoice WHERE customer_id = :id ORDER BY issued_on DESC, id DESC\
                        """,
                        row -> {
                            LocalDate dueOn = row.getObject("due_on", LocalDate.class);
                            LocalDate settledOn = row.getObject("settled_on", LocalDate.class);
                            boolean disputed = row.getBoolean("disputed");
                            return new InvoiceRow(
                                    row.getString("number"),
                                    row.getObject("issued_on", LocalDate.class),
                                    dueOn,
                                    row.getBigDecimal("amount"),
                                    row.getBigDecimal("open_amount"),
                                    settledOn,
                                    disputed,
                                    settledOn == null && !disputed ? overdue(dueOn, today) : 0,
                                    row.getBoolean("imported"));
                        }));
    }

    private FilePart.Content payments(FilePart.Question question) {
        LocalDate today = question.today();
        Paid paid =
                jdbc.sql(
                                """
                                SELECT COUNT(*) AS payments, COALESCE(SUM(amount), 0) AS paid,
                                    (SELECT MAX(paid_on) FROM payment WHERE customer_id = :id)
                                        AS last_paid
                                FROM payment
                                WHERE customer_id = :id AND paid_on > :from AND paid_on <= :today\
                                """)
                        .param("id", question.customerId())
                        .param("from", today.minusDays(YEAR))
                        .param("today", today)
                        .query(
                                (row, n) ->
                                        new Paid(
                                                row.getInt("payments"),
                                                row.getBigDecimal("paid"),
                                                row.getObject("last_paid", LocalDate.class)))
                        .single();
        return new FilePart.Content(
                paid,
                rows(
                        question,
                        "payment",
                        """
                        SELECT p.external_id, i.number, p.paid_on, p.amount
                        FROM payment p JOIN invoice i ON i.id = p.invoice_id
                        WHERE p.customer_id = :id ORDER BY p.paid_on DESC, p.id DESC\
                        """,
                        row ->
                                new PaymentRow(
                                        row.getString("external_id"),
                                        row.getString("number"),
                                        row.getObject("paid_on", LocalDate.class),
                                        row.getBigDecimal("amount"))));
    }

    /** The 12 months that end with this one, those without anything too. */
    private List<Month> byMonth(FilePart.Question question, String sums) {
        YearMonth last = YearMonth.from(question.today());
        YearMonth first = last.minusMonths(MONTHS - 1);
        Map<String, BigDecimal> amounts = new HashMap<>();
        jdbc.sql(sums)
                .param("id", question.customerId())
                .param("from", first.atDay(1))
                .param("today", question.today())
                .query(
                        row -> {
                            amounts.put(row.getString("month"), row.getBigDecimal("amount"));
                        });
        List<Month> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            String name = month.toString();
            months.add(new Month(name, amounts.getOrDefault(name, BigDecimal.ZERO)));
        }
        return months;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Page<T> rows(
            FilePart.Question question, String table, String select, Reading<T> reading) {
        List<T> rows =
                jdbc.sql(select + " LIMIT :limit OFFSET :offset")
                        .param("id", question.customerId())
                        .param("limit", question.limit())
                        .param("offset", question.offset())
                        .query((row, n) -> reading.read(row))
                        .list();
        long total =
                jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE customer_id = :id")
                        .param("id", question.customerId())
                        .query(Long.class)
                        .single();
        return new Page<>(rows, total);
    }

    private static int overdue(@Nullable LocalDate dueOn, LocalDate today) {
        return dueOn == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
    }
}
