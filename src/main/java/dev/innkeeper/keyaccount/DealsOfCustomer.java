package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.customer.FilePart;
import dev.innkeeper.customer.FileSection;
import dev.innkeeper.customer.MovesWithCustomer;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deals of a customer: a section of the file, and what moves when two files become one. */
@Component
class DealsOfCustomer implements FilePart, MovesWithCustomer {

    private final DealListing listing;
    private final JdbcClient jdbc;

    DealsOfCustomer(DealListing listing, JdbcClient jdbc) {
        this.listing = listing;
        this.jdbc = jdbc;
    }

    /** How many in each way, and what those won bring in their first year, in CNY. */
    record Deals(int open, BigDecimal openValue, int won, BigDecimal wonValue, int lost) {}

    /** A deal; its value in CNY. */
    record Row(
            String number,
            Stage stage,
            String stageLabel,
            @Nullable DealGrade grade,
            String product,
            BigDecimal value,
            @Nullable String owner,
            @Nullable LocalDate expectedCloseOn,
            Instant registeredAt,
            @Nullable Instant closedAt,
            boolean stalled,
            boolean imported,
            String href) {}

    @Override
    public FileSection section() {
        return FileSection.DEALS;
    }

    @Override
    public Content read(Question question) {
        Page<DealRow> found =
                listing.find(
                        new DealFilter(
                                Set.of(),
                                Set.of(),
                                null,
                                question.customerId(),
                                null,
                                null,
                                null,
                                null),
                        DealSort.REGISTERED_LATEST_FIRST,
                        question.offset(),
                        question.limit());
        return new Content(
                summary(question.customerId()),
                new Page<>(
                        found.items().stream().map(row -> row(row, question.language())).toList(),
                        found.total()));
    }

    private Deals summary(String customerId) {
        return jdbc.sql(
                        """
                        SELECT COALESCE(SUM(stage NOT IN ('WON', 'LOST', 'DISCARDED', 'LINKED')), 0)
                                AS open,
                            COALESCE(SUM(IF(stage NOT IN ('WON', 'LOST', 'DISCARDED', 'LINKED'),
                                value, 0)), 0) AS open_value,
                            COALESCE(SUM(stage = 'WON'), 0) AS won,
                            COALESCE(SUM(IF(stage = 'WON', value, 0)), 0) AS won_value,
                            COALESCE(SUM(stage = 'LOST'), 0) AS lost
                        FROM deal WHERE customer_id = ?\
                        """)
                .param(customerId)
                .query(
                        (row, n) ->
                                new Deals(
                                        row.getInt("open"),
                                        row.getBigDecimal("open_value"),
                                        row.getInt("won"),
                                        row.getBigDecimal("won_value"),
                                        row.getInt("lost")))
                .single();
    }

    private static Row row(DealRow row, Language language) {
        return new Row(
                row.number().value(),
                row.stage(),
                language.of(row.stage()),
                row.grade(),
                row.product(),
                row.value().amount(),
                row.owner(),
                row.expectedCloseOn(),
                row.registeredAt(),
                row.closedAt(),
                row.stalledAt() != null,
                row.imported(),
                "/api/deals/" + row.number());
    }

    @Override
    public List<Rows> rows(String survivor, String other) {
        return List.of(Rows.versioned("deal", "number"), Rows.of("partner_registration", "id"));
    }
}
