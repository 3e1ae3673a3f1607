package dev.innkeeper.change.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.DecisionRecords;
import dev.innkeeper.decision.serve.Tried;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Simulations as they are kept. */
@Repository
class SimulationRecords {

    private static final TypeReference<Map<String, byte[]>> FILES = new TypeReference<>() {};
    private static final TypeReference<List<Tried.Change>> CHANGES = new TypeReference<>() {};
    private static final int LONGEST_NOTE = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final ObjectMapper json = Json.mapper();

    SimulationRecords(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** What is to be simulated. */
    record Order(
            Kind kind,
            long draft,
            String contentHash,
            Map<String, Sources> rules,
            Instant from,
            Instant to,
            State state,
            String note,
            String by) {}

    long add(Order order) {
        var now = Utc.of(clock.instant());
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        INSERT INTO simulation
                            (kind, draft_id, content_hash, from_at, to_at, state, note, started_by, created_at,
                             cases, cases_changed, runner, lease_until, attempts)
                        VALUES (:kind, :draft, :hash, :from, :to, :state, :note, :by, :now, 0, 0, '', :now, 0)
                        """)
                .param("kind", order.kind().name())
                .param("draft", order.draft())
                .param("hash", order.contentHash())
                .param("from", Utc.of(order.from()))
                .param("to", Utc.of(order.to()))
                .param("state", order.state().name())
                .param("note", order.note())
                .param("by", order.by())
                .param("now", now)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        String none = write(Figures.NONE);
        batches.batchUpdate(
                """
                INSERT INTO simulation_decision
                    (simulation_id, name, release_id, files, position_at, position_id,
                     total, looked, changed, failed, erased, figures)
                VALUES (?, ?, ?, ?, ?, '', 0, 0, 0, 0, 0, ?)
                """,
                order.rules().entrySet().stream()
                        .map(
                                rules ->
                                        new Object[] {
                                            id,
                                            rules.getKey(),
                                            rules.getValue().hash(),
                                            write(rules.getValue().files()),
                                            Utc.of(order.from()),
                                            none
                                        })
                        .toList());
        return id;
    }

    Optional<Simulation> find(long id) {
        return withDecisions(
                        jdbc.sql("SELECT * FROM simulation WHERE id = ?")
                                .param(id)
                                .query(SimulationRecords::simulation)
                                .list())
                .stream()
                .findFirst();
    }

    Page<Simulation> list(long draft, Kind kind, int offset, int limit) {
        return new Page<>(
                withDecisions(
                        jdbc.sql(
                                        """
                                        SELECT * FROM simulation WHERE draft_id = ? AND kind = ?
                                        ORDER BY id DESC LIMIT ? OFFSET ?
                                        """)
                                .params(draft, kind.name(), limit, offset)
                                .query(SimulationRecords::simulation)
                                .list()),
                jdbc.sql("SELECT COUNT(*) FROM simulation WHERE draft_id = ? AND kind = ?")
                        .params(draft, kind.name())
                        .query(Long.class)
                        .single());
    }

    private List<Simulation> withDecisions(List<Simulation> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<Long, List<SimulatedDecision>> decisions = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT simulation_id, name, release_id, position_at, position_id,
                            total, looked, changed, failed, erased, figures
                        FROM simulation_decision WHERE simulation_id IN (:ids) ORDER BY name
                        """)
                .param("ids", found.stream().map(Simulation::id).toList())
                .query(
                        row -> {
                            decisions
                                    .computeIfAbsent(
                                            row.getLong("simulation_id"), id -> new ArrayList<>())
                                    .add(decision(row));
                        });
        return found.stream()
                .map(one -> one.with(decisions.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** The rules that a simulation tries. */
    Map<String, Sources> rules(long id) {
        Map<String, Sources> rules = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT name, files FROM simulation_decision WHERE simulation_id = ?"
                                + " ORDER BY name")
                .param(id)
                .query(
                        row -> {
                            rules.put(
                                    row.getString("name"),
                                    new Sources(read(row.getString("files"), FILES)));
                        });
        return rules;
    }

    /**
     * The oldest simulation that nobody works on, now in the hands of the runner.
     *
     * @param lease for how long, unless it is renewed
     */
    Optional<Long> take(Kind kind, String runner, Duration lease) {
        var now = clock.instant();
        Optional<Long> free =
                jdbc.sql(
                                """
                                SELECT id FROM simulation
                                WHERE state IN ('WAITING', 'RUNNING') AND kind = ? AND lease_until <= ?
                                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                                """)
                        .params(kind.name(), Utc.of(now))
                        .query(Long.class)
                        .optional();
        free.ifPresent(
                id ->
                        jdbc.sql(
                                        """
                                        UPDATE simulation SET state = 'RUNNING', runner = :runner, lease_until = :until,
                                            attempts = attempts + 1, begun_at = COALESCE(begun_at, :now)
                                        WHERE id = :id
                                        """)
                                .param("runner", runner)
                                .param("until", Utc.of(now.plus(lease)))
                                .param("now", Utc.of(now))
                                .param("id", id)
                                .update());
        return free;
    }

    /** Notes how much there is to do. */
    void count(long id, long cases, Map<String, Long> totals) {
        jdbc.sql("UPDATE simulation SET cases = ? WHERE id = ?").params(cases, id).update();
        batches.batchUpdate(
                "UPDATE simulation_decision SET total = ? WHERE simulation_id = ? AND name = ?",
                totals.entrySet().stream()
                        .map(one -> new Object[] {one.getValue(), id, one.getKey()})
                        .toList());
    }

    /**
     * Keeps it for the runner.
     *
     * @param cameFurther whether something was done since
     * @return whether it was the runner's still, and not over
     */
    boolean renew(long id, String runner, Duration lease, boolean cameFurther) {
        return jdbc.sql(
                                """
                                UPDATE simulation SET lease_until = :until,
                                    attempts = IF(:further, 0, attempts)
                                WHERE id = :id AND runner = :runner AND state = 'RUNNING'
                                """)
                        .param("until", Utc.of(clock.instant().plus(lease)))
                        .param("further", cameFurther)
                        .param("id", id)
                        .param("runner", runner)
                        .update()
                == 1;
    }

    /** Gives it back, to be taken from that moment on. */
    void release(long id, String runner, Instant from) {
        jdbc.sql(
                        """
                        UPDATE simulation SET lease_until = ?
                        WHERE id = ? AND runner = ? AND state = 'RUNNING'
                        """)
                .params(Utc.of(from), id, runner)
                .update();
    }

    void save(long id, Collection<SimulatedDecision> decisions) {
        batches.batchUpdate(
                """
                UPDATE simulation_decision SET position_at = ?, position_id = ?,
                    looked = ?, changed = ?, failed = ?, erased = ?, figures = ?
                WHERE simulation_id = ? AND name = ?
                """,
                decisions.stream()
                        .map(
                                one ->
                                        new Object[] {
                                            Utc.of(one.position().at()),
                                            one.position().id(),
                                            one.looked(),
                                            one.changed(),
                                            one.failed(),
                                            one.erased(),
                                            write(one.figures()),
                                            id,
                                            one.name()
                                        })
                        .toList());
    }

    void add(long id, List<Difference> differences) {
        batches.batchUpdate(
                """
                INSERT INTO simulation_case
                    (simulation_id, decision_id, case_number, name, was, becomes, problem, changes, result, fired)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                differences.stream()
                        .map(
                                one ->
                                        new Object[] {
                                            id,
                                            one.decisionId(),
                                            one.caseNumber(),
                                            one.decision(),
                                            one.was(),
                                            one.becomes(),
                                            one.problem(),
                                            write(one.changes()),
                                            one.result(),
                                            one.fired()
                                        })
                        .toList());
    }

    /** Counts the cases that have a difference. */
    void countCases(long id) {
        jdbc.sql(
                        """
                        UPDATE simulation SET cases_changed =
                            (SELECT COUNT(DISTINCT case_number) FROM simulation_case
                             WHERE simulation_id = :id AND case_number <> '')
                        WHERE id = :id
                        """)
                .param("id", id)
                .update();
    }

    /**
     * Ends it, unless it is over.
     *
     * @return whether it was not
     */
    boolean end(long id, State state, String note) {
        return jdbc.sql(
                                """
                                UPDATE simulation SET state = ?, note = ?, ended_at = ?
                                WHERE id = ? AND state IN ('WAITING', 'RUNNING')
                                """)
                        .params(
                                state.name(),
                                note.substring(0, Math.min(note.length(), LONGEST_NOTE)),
                                Utc.of(clock.instant()),
                                id)
                        .update()
                == 1;
    }

    /** Notes that the draft is other than it was, but not in what is tried. */
    void contentIs(long id, String contentHash) {
        jdbc.sql("UPDATE simulation SET content_hash = ? WHERE id = ?")
                .params(contentHash, id)
                .update();
    }

    Page<Difference> differences(long id, DifferenceFilter filter, int offset, int limit) {
        var where = new StringBuilder("FROM simulation_case WHERE simulation_id = :id");
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        only(where, params, "name", filter.decision());
        only(where, params, "was", filter.was());
        only(where, params, "becomes", filter.becomes());
        if (filter.failed() != null) {
            where.append(filter.failed() ? " AND problem <> ''" : " AND problem = ''");
        }
        return new Page<>(
                jdbc.sql("SELECT * " + where + " ORDER BY id LIMIT :limit OFFSET :offset")
                        .params(params)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(this::difference)
                        .list(),
                jdbc.sql("SELECT COUNT(*) " + where).params(params).query(Long.class).single());
    }

    private static void only(
            StringBuilder where, Map<String, Object> params, String column, @Nullable String is) {
        if (is != null) {
            where.append(" AND ").append(column).append(" = :").append(column);
            params.put(column, is);
        }
    }

    private Difference difference(ResultSet row, int n) throws SQLException {
        return new Difference(
                row.getString("decision_id"),
                row.getString("case_number"),
                row.getString("name"),
                row.getString("was"),
                row.getString("becomes"),
                row.getString("problem"),
                read(row.getString("changes"), CHANGES),
                row.getString("result"),
                row.getString("fired"));
    }

    private static Simulation simulation(ResultSet row, int n) throws SQLException {
        return new Simulation(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("draft_id"),
                row.getString("content_hash"),
                Utc.read(row, "from_at"),
                Utc.read(row, "to_at"),
                State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("started_by"),
                Utc.read(row, "created_at"),
                Utc.readNullable(row, "begun_at"),
                Utc.readNullable(row, "ended_at"),
                row.getLong("cases"),
                row.getLong("cases_changed"),
                row.getInt("attempts"),
                List.of());
    }

    private SimulatedDecision decision(ResultSet row) throws SQLException {
        return new SimulatedDecision(
                row.getString("name"),
                row.getString("release_id"),
                new DecisionRecords.Position(
                        Utc.read(row, "position_at"), row.getString("position_id")),
                row.getLong("total"),
                row.getLong("looked"),
                row.getLong("changed"),
                row.getLong("failed"),
                row.getLong("erased"),
                read(row.getString("figures"), new TypeReference<Figures>() {}));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept simulation cannot be read", e);
        }
    }
}
