package dev.innkeeper.creditreview;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.common.Where;
import dev.innkeeper.creditreview.facts.CreditFactor;
import dev.innkeeper.creditreview.facts.FactorShare;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events and factors of reviews, and lists of reviews. */
@Repository
class CreditReviewRecords {

    private static final int LONGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CreditReviewRecords(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Notes an event, whose account the caller has locked. */
    void raise(ReviewRequest request, CaseNumber review, Actor by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO credit_event
                            (customer_id, cause, event_key, at, actor, words, review)
                        VALUES (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        request.customerId(),
                        request.cause().name(),
                        request.key(),
                        Utc.of(at),
                        by.userId(),
                        request.words(),
                        review.value())
                .update();
    }

    /** The review for which an event was raised, or empty. */
    Optional<CaseNumber> raised(String customerId, CreditCause cause, String key) {
        return jdbc.sql(
                        """
                        SELECT review FROM credit_event
                        WHERE customer_id = ? AND cause = ? AND event_key = ?\
                        """)
                .params(customerId, cause.name(), key)
                .query((row, n) -> new CaseNumber(row.getString("review")))
                .optional();
    }

    /** Those of the keys for which an event of a customer was raised. */
    Set<String> raised(String customerId, CreditCause cause, Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql(
                                        """
                                        SELECT event_key FROM credit_event
                                        WHERE customer_id = :customer AND cause = :cause
                                            AND event_key IN (:keys)\
                                        """)
                                .param("customer", customerId)
                                .param("cause", cause.name())
                                .param("keys", keys)
                                .query(String.class)
                                .list());
    }

    /** Why a review is held, the first reason first. */
    List<CreditEvent> events(CaseNumber review) {
        return jdbc.sql(
                        """
                        SELECT cause, event_key, at, actor, words FROM credit_event
                        WHERE review = ? ORDER BY at, cause, event_key\
                        """)
                .param(review.value())
                .query(
                        (row, n) ->
                                new CreditEvent(
                                        CreditCause.valueOf(row.getString("cause")),
                                        row.getString("event_key"),
                                        Utc.read(row, "at"),
                                        row.getString("actor"),
                                        row.getString("words")))
                .list();
    }

    /** What each factor brought to the score; takes the place of what was there. */
    void keepFactors(CaseNumber review, List<FactorShare> factors) {
        jdbc.sql("DELETE FROM credit_review_factor WHERE review = ?")
                .param(review.value())
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            FactorShare share = factors.get(i);
            rows.add(
                    new Object[] {
                        review.value(),
                        i,
                        share.factor().name(),
                        share.points(),
                        share.weight(),
                        share.contribution()
                    });
        }
        batches.batchUpdate(
                """
                INSERT INTO credit_review_factor
                    (review, position, factor, points, weight, contribution)
                VALUES (?, ?, ?, ?, ?, ?)\
                """,
                rows);
    }

    List<FactorShare> factors(CaseNumber review) {
        return jdbc.sql(
                        """
                        SELECT factor, points, weight, contribution FROM credit_review_factor
                        WHERE review = ? ORDER BY position\
                        """)
                .param(review.value())
                .query(
                        (row, n) ->
                                new FactorShare(
                                        CreditFactor.valueOf(row.getString("factor")),
                                        row.getBigDecimal("points"),
                                        row.getInt("weight"),
                                        row.getBigDecimal("contribution")))
                .list();
    }

    /** The number of the last review of a customer whose terms were applied, or empty. */
    Optional<String> lastApplied(String customerId) {
        return jdbc.sql(
                        """
                        SELECT number FROM credit_review
                        WHERE customer_id = ? AND state = 'APPLIED'
                        ORDER BY number DESC LIMIT 1\
                        """)
                .param(customerId)
                .query(String.class)
                .optional();
    }

    /** The customers who are due for a review and are not under one, by id. */
    List<String> due(String after, LocalDate asOf, int limit) {
        return jdbc.sql(
                        """
                        SELECT customer_id FROM credit_account
                        WHERE next_review_on <= ? AND customer_id > ? AND open_review IS NULL
                        ORDER BY customer_id LIMIT ?\
                        """)
                .params(asOf.toString(), after, limit)
                .query(String.class)
                .list();
    }

    /** The customers who were reviewed, by id. */
    List<String> reviewed(String after, int limit) {
        return jdbc.sql(
                        """
                        SELECT customer_id FROM credit_account
                        WHERE customer_id > ? AND score IS NOT NULL
                        ORDER BY customer_id LIMIT ?\
                        """)
                .params(after, limit)
                .query(String.class)
                .list();
    }

    Page<CreditReviewRow> find(CreditReviewFilter filter, int offset, int limit) {
        Where where =
                new Where()
                        .in("state", filter.states())
                        .is("customer_id", filter.customerId())
                        .either(
                                filter.dueBy() == null ? null : Boolean.TRUE,
                                "due_on <= :dueBy AND state IN ('OPENED', 'ASSESSING', 'JUDGING',"
                                        + " 'APPROVING', 'APPROVED')",
                                "");
        if (filter.dueBy() != null) {
            where.with("dueBy", filter.dueBy().toString());
        }
        String from = " FROM credit_review" + where.clause();
        long total =
                jdbc.sql("SELECT COUNT(*)" + from)
                        .params(where.params())
                        .query(Long.class)
                        .single();
        where.with("offset", Math.max(offset, 0))
                .with("limit", Math.min(Math.max(limit, 1), LONGEST_PAGE));
        List<CreditReviewRow> rows =
                jdbc.sql(
                                """
                                SELECT number, state, state_since, customer_id, cause, requested_at,
                                       as_of, due_on, COALESCE(score_override, judged_score) AS score,
                                       band, new_limit, movement\
                                """
                                        + from
                                        + " ORDER BY number DESC LIMIT :limit OFFSET :offset")
                        .params(where.params())
                        .query((row, n) -> row(row))
                        .list();
        return new Page<>(rows, total);
    }

    private static CreditReviewRow row(ResultSet row) throws SQLException {
        String band = row.getString("band");
        String movement = row.getString("movement");
        BigDecimal limit = row.getBigDecimal("new_limit");
        return new CreditReviewRow(
                new CaseNumber(row.getString("number")),
                CreditReviewState.valueOf(row.getString("state")),
                Utc.read(row, "state_since"),
                row.getString("customer_id"),
                CreditCause.valueOf(row.getString("cause")),
                Utc.read(row, "requested_at"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                score(row, band),
                band == null ? null : ScoreBand.valueOf(band),
                limit == null ? null : new Money(limit),
                movement == null ? null : Movement.valueOf(movement));
    }

    /** Somebody may have overridden a score that does not count yet. */
    private static @Nullable Integer score(ResultSet row, @Nullable String band)
            throws SQLException {
        return band == null ? null : row.getInt("score");
    }
}
