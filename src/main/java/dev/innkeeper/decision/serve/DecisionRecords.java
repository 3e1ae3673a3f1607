package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers that were given, as they are kept. */
@Repository
public class DecisionRecords {

    private static final String COLUMNS =
            "SELECT id, case_number, name, headline, release_id, decided_at, micros, facts, result,"
                    + " fired FROM decision ";

    private final JdbcClient jdbc;

    DecisionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an answer, in the transaction of whoever asked. */
    void add(DecisionRecord decision) {
        jdbc.sql(
                        """
                        INSERT INTO decision
                        (id, case_number, name, headline, release_id, decided_at, micros, facts, result, fired)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decision.id(),
                        decision.caseNumber(),
                        decision.name(),
                        decision.headline(),
                        decision.release(),
                        Utc.of(decision.decidedAt()),
                        decision.micros(),
                        decision.facts(),
                        decision.result(),
                        decision.fired())
                .update();
    }

    /** An answer. */
    public Optional<DecisionRecord> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?").param(id).query(DecisionRecords::read).optional();
    }

    /** The answers of a case, the first given first. */
    public Page<DecisionRecord> ofCase(String caseNumber, int offset, int limit) {
        return new Page<>(
                jdbc.sql(COLUMNS + "WHERE case_number = ? ORDER BY decided_at, id LIMIT ? OFFSET ?")
                        .params(caseNumber, limit, offset)
                        .query(DecisionRecords::read)
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM decision WHERE case_number = ?")
                        .param(caseNumber)
                        .query(Long.class)
                        .single());
    }

    private static DecisionRecord read(ResultSet row, int number) throws SQLException {
        return new DecisionRecord(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("name"),
                row.getString("headline"),
                row.getString("release_id"),
                Utc.read(row, "decided_at"),
                row.getLong("micros"),
                row.getString("facts"),
                row.getString("result"),
                row.getString("fired"));
    }
}
