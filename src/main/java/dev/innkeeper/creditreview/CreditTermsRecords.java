package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms of customers, version by version. */
@Repository
class CreditTermsRecords {

    private static final String COMMA = ",";

    private final JdbcClient jdbc;

    CreditTermsRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a version; the one before ends on its first day. */
    void add(CreditTerms terms) {
        jdbc.sql(
                        """
                        UPDATE credit_terms SET effective_until = ?
                        WHERE customer_id = ? AND effective_until IS NULL\
                        """)
                .params(terms.effectiveFrom().toString(), terms.customerId())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO credit_terms
                            (customer_id, version_number, effective_from, effective_until, tier,
                             score, band, credit_limit, term_days, cash_only, movement, review,
                             approved_by, told, applied_at)
                        VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        terms.customerId(),
                        terms.version(),
                        terms.effectiveFrom().toString(),
                        terms.tier().name(),
                        terms.score(),
                        terms.band().name(),
                        terms.limit().amount(),
                        terms.termDays(),
                        terms.cashOnly(),
                        terms.movement().name(),
                        terms.review().value(),
                        terms.approvedBy(),
                        told(terms.told()),
                        Utc.of(terms.appliedAt()))
                .update();
    }

    /** Who was told of the terms that a review granted. */
    void told(CaseNumber review, Set<Group> groups) {
        jdbc.sql("UPDATE credit_terms SET told = ? WHERE review = ?")
                .params(told(groups), review.value())
                .update();
    }

    /** The terms that hold, or empty before the first review. */
    Optional<CreditTerms> present(String customerId) {
        return jdbc.sql(
                        """
                        SELECT * FROM credit_terms WHERE customer_id = ?
                        ORDER BY version_number DESC LIMIT 1\
                        """)
                .param(customerId)
                .query((row, n) -> terms(row))
                .optional();
    }

    /** The terms that a review granted, or empty. */
    Optional<CreditTerms> of(CaseNumber review) {
        return jdbc.sql("SELECT * FROM credit_terms WHERE review = ?")
                .param(review.value())
                .query((row, n) -> terms(row))
                .optional();
    }

    /** A version of a customer's terms. */
    Optional<CreditTerms> version(String customerId, int version) {
        return jdbc.sql("SELECT * FROM credit_terms WHERE customer_id = ? AND version_number = ?")
                .params(customerId, version)
                .query((row, n) -> terms(row))
                .optional();
    }

    Page<CreditTerms> ofCustomer(String customerId, int offset, int limit) {
        long total =
                jdbc.sql("SELECT COUNT(*) FROM credit_terms WHERE customer_id = ?")
                        .param(customerId)
                        .query(Long.class)
                        .single();
        List<CreditTerms> versions =
                jdbc.sql(
                                """
                                SELECT * FROM credit_terms WHERE customer_id = ?
                                ORDER BY version_number DESC LIMIT ? OFFSET ?\
                                """)
                        .params(customerId, limit, offset)
                        .query((row, n) -> terms(row))
                        .list();
        return new Page<>(versions, total);
    }

    private static CreditTerms terms(ResultSet row) throws SQLException {
        return new CreditTerms(
                row.getString("customer_id"),
                row.getInt("version_number"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_until", LocalDate.class),
                Tier.valueOf(row.getString("tier")),
                row.getInt("score"),
                ScoreBand.valueOf(row.getString("band")),
                new Money(row.getBigDecimal("credit_limit")),
                row.getInt("term_days"),
                row.getBoolean("cash_only"),
                Movement.valueOf(row.getString("movement")),
                new CaseNumber(row.getString("review")),
                row.getString("approved_by"),
                groups(row.getString("told")),
                Utc.read(row, "applied_at"));
    }

    private static String told(Set<Group> groups) {
        return groups.stream().sorted().map(Group::id).collect(Collectors.joining(COMMA));
    }

    private static Set<Group> groups(String told) {
        return told.isEmpty()
                ? Set.of()
                : Arrays.stream(told.split(COMMA)).map(Group::of).collect(Collectors.toSet());
    }
}
