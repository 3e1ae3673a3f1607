package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments of rewards and what came back of them, and lists of rewards. */
@Repository
class RewardRecords {

    private static final int LONGEST_PAGE = 200;
    private static final String COLUMNS =
            """
            SELECT w.number, w.state, w.state_since, w.deal, w.partner_id, p.name, w.registered_at,
                   w.position, w.amount, w.claim_until, w.claw_back_until, w.lapse\
            """;
    private static final String TABLES = " FROM reward w JOIN partner p ON p.id = w.partner_id";

    private final JdbcClient jdbc;

    RewardRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes the one payment of a reward.
     *
     * @throws org.springframework.dao.DuplicateKeyException where there is one
     */
    void pay(CaseNumber reward, RewardPayment payment, String by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO reward_payment
                            (reward, amount, bank_reference, paid_by, paid_at)
                        VALUES (?, ?, ?, ?, ?)\
                        """)
                .params(
                        reward.value(),
                        payment.amount().amount(),
                        payment.bankReference(),
                        by,
                        Utc.of(at))
                .update();
    }

    Optional<RewardPaymentView> payment(CaseNumber reward) {
        return jdbc.sql(
                        """
                        SELECT amount, bank_reference AS reference, paid_by AS actor, paid_at AS at
                        FROM reward_payment WHERE reward = ?\
                        """)
                .param(reward.value())
                .query((row, n) -> payment(row))
                .optional();
    }

    /**
     * Writes what came back of a reward.
     *
     * @throws org.springframework.dao.DuplicateKeyException where that is written already
     */
    void collect(CaseNumber reward, RewardCollection collected, String by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO reward_claw_back
                            (reward, amount, reference, collected_by, collected_at)
                        VALUES (?, ?, ?, ?, ?)\
                        """)
                .params(
                        reward.value(),
                        collected.amount().amount(),
                        collected.reference(),
                        by,
                        Utc.of(at))
                .update();
    }

    Optional<RewardPaymentView> collected(CaseNumber reward) {
        return jdbc.sql(
                        """
                        SELECT amount, reference, collected_by AS actor, collected_at AS at
                        FROM reward_claw_back WHERE reward = ?\
                        """)
                .param(reward.value())
                .query((row, n) -> payment(row))
                .optional();
    }

    boolean isReviewAccepted(CaseNumber deal) {
        return jdbc.sql(
                                """
                                SELECT COUNT(*) FROM deal_review
                                WHERE deal = ? AND accepted_at IS NOT NULL\
                                """)
                        .param(deal.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Page<RewardRow> find(RewardFilter filter, int offset, int limit) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        long total =
                jdbc.sql("SELECT COUNT(*) FROM reward w" + where)
                        .params(params)
                        .query(Long.class)
                        .single();
        params.put("offset", Math.max(offset, 0));
        params.put("limit", Math.min(Math.max(limit, 1), LONGEST_PAGE));
        List<RewardRow> rows =
                jdbc.sql(
                                COLUMNS
                                        + TABLES
                                        + where
                                        + " ORDER BY w.number DESC LIMIT :limit OFFSET :offset")
                        .params(params)
                        .query((row, n) -> row(row))
                        .list();
        return new Page<>(rows, total);
    }

    private static String where(RewardFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            conditions.add("w.state IN (:states)");
            params.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (filter.partnerId() != null) {
            conditions.add("w.partner_id = :partner");
            params.put("partner", filter.partnerId());
        }
        if (filter.deal() != null) {
            conditions.add("w.deal = :deal");
            params.put("deal", filter.deal().value());
        }
        if (filter.due() != null) {
            conditions.add("w.state " + (filter.due() ? "" : "NOT ") + "IN ('EARNED', 'PAYABLE')");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static RewardRow row(ResultSet row) throws SQLException {
        String lapse = row.getString("lapse");
        return new RewardRow(
                new CaseNumber(row.getString("number")),
                RewardState.valueOf(row.getString("state")),
                Utc.read(row, "state_since"),
                new CaseNumber(row.getString("deal")),
                row.getString("partner_id"),
                row.getString("name"),
                Utc.read(row, "registered_at"),
                row.getInt("position"),
                new Money(row.getBigDecimal("amount")),
                Utc.readNullable(row, "claim_until"),
                Utc.readNullable(row, "claw_back_until"),
                lapse(lapse));
    }

    private static @Nullable RewardLapse lapse(@Nullable String name) {
        return name == null ? null : RewardLapse.valueOf(name);
    }

    private static RewardPaymentView payment(ResultSet row) throws SQLException {
        return new RewardPaymentView(
                new Money(row.getBigDecimal("amount")),
                row.getString("reference"),
                row.getString("actor"),
                Utc.read(row, "at"));
    }
}
