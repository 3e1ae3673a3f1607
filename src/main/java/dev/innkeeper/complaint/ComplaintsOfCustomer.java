package dev.innkeeper.complaint;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.FilePart;
import dev.innkeeper.customer.FileSection;
import dev.innkeeper.customer.MovesWithCustomer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The complaints of a customer: a section of the file, and what moves when two files become one.
 */
@Component
class ComplaintsOfCustomer implements FilePart, MovesWithCustomer {

    private final ComplaintListing listing;
    private final CustomerDesk customers;
    private final JdbcClient jdbc;

    ComplaintsOfCustomer(ComplaintListing listing, CustomerDesk customers, JdbcClient jdbc) {
        this.listing = listing;
        this.customers = customers;
        this.jdbc = jdbc;
    }

    /** How many, and what was given for them, in CNY. */
    record Complaints(
            int complaints, int open, @Nullable Instant lastReceivedAt, BigDecimal compensated) {}

    /** A complaint; the excerpt is the beginning of the guest's words. */
    record Row(
            String number,
            ComplaintStatus status,
            String statusLabel,
            boolean open,
            @Nullable Severity severity,
            @Nullable Category category,
            @Nullable String categoryLabel,
            String excerpt,
            Instant receivedAt,
            @Nullable Instant closedAt,
            boolean overdue,
            String href) {}

    @Override
    public FileSection section() {
        return FileSection.COMPLAINTS;
    }

    @Override
    public Content read(Question question) {
        Page<ComplaintRow> found =
                listing.find(
                        new ComplaintFilter(
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                null,
                                null,
                                question.customerId(),
                                null,
                                null,
                                null,
                                null,
                                null),
                        ComplaintSort.RECEIVED_LATEST_FIRST,
                        question.offset(),
                        question.limit());
        return new Content(
                summary(question.customerId()),
                new Page<>(
                        found.items().stream().map(row -> row(row, question.language())).toList(),
                        found.total()));
    }

    private Complaints summary(String customerId) {
        BigDecimal compensated =
                jdbc.sql(
                                """
                                SELECT COALESCE(SUM(amount), 0) FROM complaint_compensation
                                WHERE customer_id = ? AND given_at IS NOT NULL\
                                """)
                        .param(customerId)
                        .query(BigDecimal.class)
                        .single();
        Count count = count(customerId);
        return new Complaints(count.all(), count.open(), count.lastAt(), compensated);
    }

    private static Row row(ComplaintRow row, Language language) {
        Category category = row.category();
        return new Row(
                row.number().value(),
                row.status(),
                language.of(row.status()),
                !row.status().isOver(),
                row.severity(),
                category,
                category == null ? null : language.of(category),
                row.excerpt(),
                row.receivedAt(),
                row.closedAt(),
                row.overdue(),
                "/api/complaints/" + row.number());
    }

    @Override
    public List<Rows> rows(String survivor, String other) {
        return List.of(
                Rows.versioned("complaint", "number"), Rows.of("complaint_compensation", "id"));
    }

    @Override
    public void moved(String survivor, String other, boolean back) {
        for (String id : List.of(survivor, other)) {
            Count count = count(id);
            customers.countComplaints(id, count.all(), count.open(), count.lastAt());
        }
    }

    private record Count(int all, int open, @Nullable Instant lastAt) {}

    private Count count(String customerId) {
        return jdbc.sql(
                        """
                        SELECT COUNT(*) AS complaints,
                            COALESCE(SUM(status NOT IN ('CLOSED', 'WITHDRAWN', 'LINKED')), 0) AS open,
                            MAX(received_at) AS last_at
                        FROM complaint WHERE customer_id = ?\
                        """)
                .param(customerId)
                .query(
                        (row, n) ->
                                new Count(
                                        row.getInt("complaints"),
                                        row.getInt("open"),
                                        Utc.readNullable(row, "last_at")))
                .single();
    }
}
