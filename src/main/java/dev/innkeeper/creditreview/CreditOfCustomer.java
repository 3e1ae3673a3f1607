package dev.innkeeper.creditreview;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Labelled;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import dev.innkeeper.creditreview.facts.CreditFactor;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import dev.innkeeper.customer.FilePart;
import dev.innkeeper.customer.FileSection;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String LATEST =
            """
            \sORDER BY t.effective_from DESC, t.applied_at DESC, t.version_number DESC
            LIMIT :limit OFFSET :offset\
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
            String reason,
            List<Share> factors,
            List<String> causes,
            List<String> told,
            Instant appliedAt) {}

    /** What a factor brought to the score: points of 100, its weight in percent, the product. */
    record Share(
            CreditFactor factor,
            String label,
            BigDecimal points,
            int weight,
            BigDecimal contribution) {}

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
        List<String> reviews =
                jdbc.sql("SELECT t.review " + TERMS + LATEST)
                        .param("id", question.customerId())
                        .param("limit", question.limit())
                        .param("offset", question.offset())
                        .query(String.class)
                        .list();
        Map<String, List<Share>> factors = factors(reviews, language);
        Map<String, List<String>> causes = causes(reviews, language);
        Map<String, String> reasons = reasons(reviews);
        List<Row> rows =
                jdbc.sql("SELECT t.* " + TERMS + LATEST)
                        .param("id", question.customerId())
                        .param("limit", question.limit())
                        .param("offset", question.offset())
                        .query((row, n) -> row(row, factors, causes, reasons, language))
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

    private Map<String, List<Share>> factors(List<String> reviews, Language language) {
        Map<String, List<Share>> factors = new HashMap<>();
        of(
                reviews,
                """
                SELECT review, factor, points, weight, contribution FROM credit_review_factor
                WHERE review IN (:reviews) ORDER BY review, position\
                """,
                row -> {
                    CreditFactor factor = CreditFactor.valueOf(row.getString("factor"));
                    factors.computeIfAbsent(row.getString("review"), review -> new ArrayList<>())
                            .add(
                                    new Share(
                                            factor,
                                            language.of(factor),
                                            row.getBigDecimal("points"),
                                            row.getInt("weight"),
                                            row.getBigDecimal("contribution")));
                });
        return factors;
    }

    private Map<String, List<String>> causes(List<String> reviews, Language language) {
        Map<String, List<String>> causes = new HashMap<>();
        of(
                reviews,
                """
                SELECT DISTINCT review, cause FROM credit_event
                WHERE review IN (:reviews) ORDER BY review, cause\
                """,
                row ->
                        causes.computeIfAbsent(row.getString("review"), review -> new ArrayList<>())
                                .add(language.of(CreditCause.valueOf(row.getString("cause")))));
        return causes;
    }

    /** What the approver said. */
    private Map<String, String> reasons(List<String> reviews) {
        Map<String, String> reasons = new HashMap<>();
        of(
                reviews,
                "SELECT number, decision_words FROM credit_review WHERE number IN (:reviews)",
                row -> reasons.put(row.getString("number"), row.getString("decision_words")));
        return reasons;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private void of(List<String> reviews, String sql, Reading reading) {
        if (!reviews.isEmpty()) {
            jdbc.sql(sql)
                    .param("reviews", reviews)
                    .query(
                            row -> {
                                reading.read(row);
                            });
        }
    }

    private static Row row(
            ResultSet row,
            Map<String, List<Share>> factors,
            Map<String, List<String>> causes,
            Map<String, String> reasons,
            Language language)
            throws SQLException {
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
                reasons.getOrDefault(review, ""),
                factors.getOrDefault(review, List.of()),
                causes.getOrDefault(review, List.of()),
                Arrays.stream(told.split("[, ]+"))
                        .filter(id -> !id.isEmpty())
                        .map(id -> Group.find(id).map(Labelled.class::cast))
                        .flatMap(Optional::stream)
                        .map(language::of)
                        .toList(),
                Utc.read(row, "applied_at"));
    }
}
