package dev.innkeeper.creditreview;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Labelled;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import dev.innkeeper.customer.FilePart;
import dev.innkeeper.customer.FileSection;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The credit terms of a customer, present and past, as a section of its file. */
@Component
class CreditOfCustomer implements FilePart {

    /** What was granted to a customer that was merged into another one is part of its history. */
    private static final String TERMS =
            """
            FROM credit_terms t WHERE t.customer_id IN
                (SELECT :id UNION SELECT c.id FROM customer c WHERE c.merged_into = :id)\
            """;

    private final JdbcClient jdbc;

    CreditOfCustomer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The credit as it stands, amounts in CNY. */
    record Standing(
            @Nullable BigDecimal limit,
            @Nullable Integer termDays,
            @Nullable Integer score,
            @Nullable ScoreBand band,
            @Nullable String bandLabel,
            boolean cashOnly,
            boolean hold,
            String holdReason,
            LocalDate nextReviewOn,
            @Nullable String openReview,
            @Nullable String openDunning) {}

    /** Terms that were granted; money in CNY. */
    record Row(
            String customerId,
            int version,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            BigDecimal limit,
            int termDays,
            boolean cashOnly,
            int score,
            ScoreBand band,
            String bandLabel,
            Tier tier,
            String tierLabel,
            Movement movement,
            String movementLabel,
            String review,
            String reviewHref,
            String approvedBy,
            List<String> told,
            Instant appliedAt) {}

    @Override
    public FileSection section() {
        return FileSection.CREDIT;
    }

    @Override
    public Content read(Question question) {
        Language language = question.language();
        @Nullable Standing standing =
                jdbc.sql("SELECT * FROM credit_account WHERE customer_id = ?")
                        .param(question.customerId())
                        .query((row, n) -> standing(row, language))
                        .optional()
                        .orElse(null);
        List<Row> rows =
                jdbc.sql(
                                "SELECT t.* "
                                        + TERMS
                                        + """
                                        \sORDER BY t.effective_from DESC, t.applied_at DESC,
                                            t.version_number DESC LIMIT :limit OFFSET :offset\
                                        """)
                        .param("id", question.customerId())
                        .param("limit", question.limit())
                        .param("offset", question.offset())
                        .query((row, n) -> row(row, language))
                        .list();
        long total =
                jdbc.sql("SELECT COUNT(*) " + TERMS)
                        .param("id", question.customerId())
                        .query(Long.class)
                        .single();
        return new Content(standing, new Page<>(rows, total));
    }

    private static Standing standing(ResultSet row, Language language) throws SQLException {
        String band = row.getString("band");
        return new Standing(
                row.getBigDecimal("credit_limit"),
                row.getObject("term_days", Integer.class),
                row.getObject("score", Integer.class),
                band == null ? null : ScoreBand.valueOf(band),
                band == null ? null : language.of(ScoreBand.valueOf(band)),
                row.getBoolean("cash_only"),
                row.getBoolean("hold"),
                language.of(row.getString("hold_reason")),
                row.getObject("next_review_on", LocalDate.class),
                row.getString("open_review"),
                row.getString("open_dunning"));
    }

    private static Row row(ResultSet row, Language language) throws SQLException {
        ScoreBand band = ScoreBand.valueOf(row.getString("band"));
        Tier tier = Tier.valueOf(row.getString("tier"));
        Movement movement = Movement.valueOf(row.getString("movement"));
        String told = row.getString("told");
        String review = row.getString("review");
        return new Row(
                row.getString("customer_id"),
                row.getInt("version_number"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_until", LocalDate.class),
                row.getBigDecimal("credit_limit"),
                row.getInt("term_days"),
                row.getBoolean("cash_only"),
                row.getInt("score"),
                band,
                language.of(band),
                tier,
                language.of(tier),
                movement,
                language.of(movement),
                review,
                "/api/credit-reviews/" + review,
                row.getString("approved_by"),
                Arrays.stream(told.split("[, ]+"))
                        .filter(id -> !id.isEmpty())
                        .map(id -> Group.find(id).map(Labelled.class::cast))
                        .flatMap(Optional::stream)
                        .map(language::of)
                        .toList(),
                Utc.read(row, "applied_at"));
    }
}
