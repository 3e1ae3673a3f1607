package dev.innkeeper.customer;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.common.Where;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The list of cases of care. */
@Repository
@Transactional(readOnly = true)
public class CareList {

    private static final int LONGEST_PAGE = 200;

    private final JdbcClient jdbc;

    CareList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases that pass the filter, the latest opened first.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    public Page<CareRow> find(CareFilter filter, int offset, int limit) {
        Where where =
                new Where()
                        .in("state", filter.states())
                        .in("cause", filter.causes())
                        .in("outcome", filter.outcomes())
                        .is("customer_id", filter.customerId())
                        .from("opened_at", Utc.ofNullable(filter.openedFrom()))
                        .before("opened_at", Utc.ofNullable(filter.openedTo()));
        String from = " FROM care_case" + where.clause();
        long total =
                jdbc.sql("SELECT COUNT(*)" + from)
                        .params(where.params())
                        .query(Long.class)
                        .single();
        where.with("offset", Math.max(offset, 0))
                .with("limit", Math.min(Math.max(limit, 1), LONGEST_PAGE));
        List<CareRow> rows =
                jdbc.sql(
                                """
                                SELECT number, customer_id, cause, state, outcome, reason, offer,
                                       worth, attempts, opened_at, due_at, answer_until, closed_at\
                                """
                                        + from
                                        + " ORDER BY opened_at DESC, number DESC"
                                        + " LIMIT :limit OFFSET :offset")
                        .params(where.params())
                        .query((row, n) -> row(row))
                        .list();
        return new Page<>(rows, total);
    }

    private static CareRow row(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new CareRow(
                new CaseNumber(row.getString("number")),
                row.getString("customer_id"),
                CareCause.valueOf(row.getString("cause")),
                CareState.valueOf(row.getString("state")),
                outcome == null ? null : CareOutcome.valueOf(outcome),
                row.getString("reason"),
                OfferKind.valueOf(row.getString("offer")),
                new Money(row.getBigDecimal("worth")),
                row.getInt("attempts"),
                Utc.read(row, "opened_at"),
                Utc.readNullable(row, "due_at"),
                Utc.readNullable(row, "answer_until"),
                Utc.readNullable(row, "closed_at"));
    }
}
