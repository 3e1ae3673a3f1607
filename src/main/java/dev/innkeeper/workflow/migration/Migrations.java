package dev.innkeeper.workflow.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The migrations and their cases. */
@Repository
class Migrations {

    private static final int LONGEST_REASON = 4000;

    private static final String COUNTED =
            """
            SELECT migration.*,
                COUNT(migration_case.state) AS cases,
                COALESCE(SUM(migration_case.state = 'MOVED'), 0) AS moved,
                COALESCE(SUM(migration_case.state = 'FAILED'), 0) AS failed,
                COALESCE(SUM(migration_case.state = 'GONE'), 0) AS gone
            FROM (%s) AS migration
            LEFT JOIN migration_case ON migration_case.migration = migration.id
            GROUP BY migration.id ORDER BY migration.id DESC
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;

    Migrations(JdbcClient jdbc, Clock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What is to be done for a migration.
     *
     * @param from the definition from which the cases come
     * @param to the definition to which they go
     */
    record Task(String from, String to, Map<String, String> activities) {}

    /** Notes a migration with every case that runs in the old version now; answers its number. */
    long begin(
            ProcessDefinition from,
            ProcessDefinition to,
            Map<String, String> activities,
            String askedBy) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        INSERT INTO migration (process_key, from_definition, from_version,
                            to_definition, to_version, activities, state, asked_by, asked_at)
                        VALUES (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?)
                        """)
                .params(
                        from.getKey(),
                        from.getId(),
                        from.getVersion(),
                        to.getId(),
                        to.getVersion(),
                        write(activities),
                        askedBy,
                        now())
                .update(key);
        var id = Objects.requireNonNull(key.getKey()).longValue();
        jdbc.sql(
                        """
                        INSERT INTO migration_case
                            (migration, process_instance, business_key, state, changed_at)
                        SELECT ?, ID_, BUSINESS_KEY_, 'WAITING', ? FROM ACT_RU_EXECUTION
                        WHERE PROC_DEF_ID_ = ? AND PARENT_ID_ IS NULL
                        """)
                .params(id, now(), from.getId())
                .update();
        return id;
    }

    Optional<Migration> find(long id) {
        return jdbc.sql(COUNTED.formatted("SELECT * FROM migration WHERE id = ?"))
                .param(id)
                .query(this::migration)
                .optional();
    }

    /** The migrations, latest first. */
    Page<Migration> list(int offset, int limit) {
        var total = jdbc.sql("SELECT COUNT(*) FROM migration").query(Long.class).single();
        var page =
                jdbc.sql(
                                COUNTED.formatted(
                                        "SELECT * FROM migration ORDER BY id DESC LIMIT ? OFFSET"
                                                + " ?"))
                        .params(limit, offset)
                        .query(this::migration)
                        .list();
        return new Page<>(page, total);
    }

    /** The cases of a migration by their numbers, those of one state or all. */
    Page<MigratedCase> cases(long id, @Nullable CaseState state, int offset, int limit) {
        var where =
                " FROM migration_case WHERE migration = ?"
                        + (state == null ? "" : " AND state = ?");
        var which = new ArrayList<Object>(List.of(id));
        if (state != null) {
            which.add(state.name());
        }
        var total = jdbc.sql("SELECT COUNT(*)" + where).params(which).query(Long.class).single();
        which.add(limit);
        which.add(offset);
        var page =
                jdbc.sql(
                                "SELECT *"
                                        + where
                                        + " ORDER BY business_key, process_instance LIMIT ? OFFSET"
                                        + " ?")
                        .params(which)
                        .query(
                                (row, n) ->
                                        new MigratedCase(
                                                row.getString("process_instance"),
                                                row.getString("business_key"),
                                                CaseState.valueOf(row.getString("state")),
                                                row.getString("reason"),
                                                Utc.read(row, "changed_at")))
                        .list();
        return new Page<>(page, total);
    }

    /** The numbers of those of which cases wait, the oldest first. */
    List<Long> running() {
        return jdbc.sql("SELECT id FROM migration WHERE state = 'RUNNING' ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** What is to be done for a migration; empty where it is done. */
    Optional<Task> task(long id) {
        return jdbc.sql(
                        """
                        SELECT from_definition, to_definition, activities FROM migration
                        WHERE id = ? AND state = 'RUNNING'
                        """)
                .param(id)
                .query(
                        (row, n) ->
                                new Task(
                                        row.getString("from_definition"),
                                        row.getString("to_definition"),
                                        read(row.getString("activities"))))
                .optional();
    }

    /**
     * Takes cases that wait, for the transaction under way; those that other nodes took are not
     * there.
     */
    List<String> take(long id, int most) {
        return jdbc.sql(
                        """
                        SELECT process_instance FROM migration_case
                        WHERE migration = ? AND state = 'WAITING'
                        ORDER BY process_instance LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(id, most)
                .query(String.class)
                .list();
    }

    /** Takes one case where it waits still and nobody else has taken it. */
    boolean take(long id, String instance) {
        return jdbc.sql(
                        """
                        SELECT process_instance FROM migration_case
                        WHERE migration = ? AND process_instance = ? AND state = 'WAITING'
                        FOR UPDATE SKIP LOCKED
                        """)
                .params(id, instance)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Notes what became of cases. */
    void note(long id, List<String> instances, CaseState state, @Nullable String reason) {
        if (instances.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        UPDATE migration_case
                        SET state = :state, reason = :reason, changed_at = :now
                        WHERE migration = :id AND process_instance IN (:instances)
                        """)
                .param("state", state.name())
                .param("reason", reason == null ? null : cut(reason))
                .param("now", now())
                .param("id", id)
                .param("instances", instances)
                .update();
    }

    /** Ends a migration of which no case waits; answers whether it is over. */
    boolean end(long id) {
        jdbc.sql(
                        """
                        UPDATE migration SET state = 'DONE', ended_at = ?
                        WHERE id = ? AND state = 'RUNNING' AND NOT EXISTS (
                            SELECT 1 FROM migration_case
                            WHERE migration_case.migration = migration.id AND migration_case.state = 'WAITING')
                        """)
                .params(now(), id)
                .update();
        return task(id).isEmpty();
    }

    private Object now() {
        return Utc.of(clock.instant());
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private Migration migration(ResultSet row, int n) throws SQLException {
        return new Migration(
                row.getLong("id"),
                row.getString("process_key"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                read(row.getString("activities")),
                MigrationState.valueOf(row.getString("state")),
                row.getLong("cases"),
                row.getLong("moved"),
                row.getLong("failed"),
                row.getLong("gone"),
                row.getString("asked_by"),
                Utc.read(row, "asked_at"),
                Utc.readNullable(row, "ended_at"));
    }

    private Map<String, String> read(String activities) {
        try {
            return json.readValue(activities, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, String> activities) {
        try {
            return json.writeValueAsString(activities);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
