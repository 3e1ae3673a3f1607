package dev.innkeeper.support;

import dev.innkeeper.workflow.InnkeeperClock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives each test empty tables and the same time of day. Rows that are there when the first context
 * has started (migrations, users, published diagrams) stay.
 */
final class CleanSlate implements BeforeEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(CleanSlate.class);

    /** Tables of the engine that hold both what was published and what happened: what happened. */
    private static final Map<String, String> HAPPENED =
            Map.of(
                    "ACT_GE_BYTEARRAY", "DEPLOYMENT_ID_ IS NULL",
                    "ACT_RU_EVENT_SUBSCR", "EXECUTION_ID_ IS NOT NULL",
                    "ACT_RU_IDENTITYLINK", "PROC_DEF_ID_ IS NULL",
                    "ACT_RU_JOB", "PROCESS_INSTANCE_ID_ IS NOT NULL",
                    "ACT_RU_JOBDEF", "FALSE",
                    "ACT_RU_AUTHORIZATION", "FALSE",
                    "ACT_RU_FILTER", "FALSE",
                    "ACT_HI_OP_LOG", "TRUE");

    private static final List<String> PUBLISHED =
            List.of("ACT_RE_", "ACT_ID_", "ACT_GE_", "flyway_");

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        var context = SpringExtension.getApplicationContext(test);
        context.getBean(InnkeeperClock.class).moveTo(TimeMachine.START);
        var dataSource = context.getBean(DataSource.class);
        try (var connection = dataSource.getConnection()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            var kept =
                    test.getRoot()
                            .getStore(NAMESPACE)
                            .getOrComputeIfAbsent("kept", key -> filled(jdbc), Set.class);
            jdbc.execute("SET FOREIGN_KEY_CHECKS = 0");
            try {
                for (var table : tables(jdbc)) {
                    empty(jdbc, table, kept.contains(table));
                }
            } finally {
                jdbc.execute("SET FOREIGN_KEY_CHECKS = 1");
            }
        }
    }

    /** Tables that the database lets nobody change: only as a whole can they be emptied. */
    private static final List<String> NEVER_CHANGED =
            List.of("change_release", "change_release_unit");

    private static void empty(JdbcTemplate jdbc, String table, boolean kept) {
        var condition = HAPPENED.get(table);
        if (table.equals("change_event")) {
            if (!jdbc.queryForList("SELECT 1 FROM change_event LIMIT 1").isEmpty()) {
                jdbc.execute("TRUNCATE TABLE change_event");
            }
        } else if (table.equals("change_live")) {
            keepFirstRelease(jdbc);
        } else if (condition != null) {
            jdbc.update("DELETE FROM `" + table + "` WHERE " + condition);
        } else if (!kept
                && !NEVER_CHANGED.contains(table)
                && PUBLISHED.stream().noneMatch(table::startsWith)) {
            jdbc.update("DELETE FROM `" + table + "`");
        }
    }

    /**
     * Behind a lock, since the service goes on asking what is live: it would remember for good that
     * the first release holds nothing.
     */
    private static void keepFirstRelease(JdbcTemplate jdbc) {
        if (jdbc.queryForList("SELECT 1 FROM change_release WHERE number > 1 LIMIT 1").isEmpty()) {
            return;
        }
        jdbc.execute(
                "LOCK TABLES change_live WRITE, change_release WRITE, change_release_unit WRITE");
        try {
            jdbc.update("UPDATE change_live SET number = 1");
            for (var table : NEVER_CHANGED) {
                jdbc.execute(
                        "CREATE TEMPORARY TABLE kept AS SELECT * FROM "
                                + table
                                + " WHERE number = 1");
                jdbc.execute("TRUNCATE TABLE " + table);
                jdbc.execute("INSERT INTO " + table + " SELECT * FROM kept");
                jdbc.execute("DROP TEMPORARY TABLE kept");
            }
        } finally {
            jdbc.execute("UNLOCK TABLES");
        }
    }

    /** Our own tables that have rows before any test has run. */
    private static Set<String> filled(JdbcTemplate jdbc) {
        var filled = new HashSet<String>();
        for (var table : tables(jdbc)) {
            if (!table.startsWith("ACT_")
                    && !jdbc.queryForList("SELECT 1 FROM `" + table + "` LIMIT 1").isEmpty()) {
                filled.add(table);
            }
        }
        return filled;
    }

    private static Set<String> tables(JdbcTemplate jdbc) {
        return new TreeSet<>(
                jdbc.query(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
                        """,
                        new SingleColumnRowMapper<>(String.class)));
    }
}
