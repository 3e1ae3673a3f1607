package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** These answers, in no particular order; unknown ids are left out. */
    public List<DecisionRecord> find(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + "WHERE id IN (:ids)")
                        .param("ids", new ArrayList<>(ids))
                        .query(DecisionRecords::read)
                        .list();
    }

    /**
     * Where somebody is who reads the answers of a decision from the first to the last.
     *
     * @param at when the last one read was given
     * @param id its id; empty before the first
     */
    public record Position(Instant at, String id) {}

    /**
     * The answers of a decision that follow, the first given first. The rules that fired, which are
     * most of a record, are left out.
     *
     * @param until only answers given before it
     */
    public List<DecisionRecord> after(String name, Position position, Instant until, int limit) {
        return jdbc.sql(
                        """
                        SELECT id, case_number, name, headline, release_id, decided_at, micros, facts, result,
                            '[]' AS fired
                        FROM decision
                        WHERE name = :name AND decided_at >= :at AND decided_at < :until
                            AND (decided_at > :at OR id > :id)
                        ORDER BY decided_at, id LIMIT :limit
                        """)
                .param("name", name)
                .param("at", Utc.of(position.at()))
                .param("id", position.id())
                .param("until", Utc.of(until))
                .param("limit", limit)
                .query(DecisionRecords::read)
                .list();
    }

    /** How many answers a decision gave from a moment until before another one, by its name. */
    public Map<String, Long> count(Collection<String> names, Instant from, Instant until) {
        Map<String, Long> counts = new HashMap<>();
        within(
                        """
                        SELECT name, COUNT(*) AS answers FROM decision
                        WHERE name IN (:names) AND decided_at >= :from AND decided_at < :until GROUP BY name
                        """,
                        names,
                        from,
                        until)
                .query(
                        row -> {
                            counts.put(row.getString("name"), row.getLong("answers"));
                        });
        return counts;
    }

    /** How many cases these decisions were about. */
    public long cases(Collection<String> names, Instant from, Instant until) {
        return within(
                        """
                        SELECT COUNT(DISTINCT case_number) FROM decision
                        WHERE name IN (:names) AND decided_at >= :from AND decided_at < :until
                            AND case_number <> ''
                        """,
                        names,
                        from,
                        until)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec within(
            String sql, Collection<String> names, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("names", new ArrayList<>(names))
                .param("from", Utc.of(from))
                .param("until", Utc.of(until));
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
