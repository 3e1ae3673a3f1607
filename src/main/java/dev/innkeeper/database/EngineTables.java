package dev.innkeeper.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from the scripts in the engine's own jar, with times to the
 * millisecond and texts that can hold every character.
 *
 * <p>MariaDB commits each of these statements at once. An interrupted run is therefore simply run
 * again: what is there already is passed over.
 */
@Component
class EngineTables implements JavaMigration {

    private static final Logger log = LoggerFactory.getLogger(EngineTables.class);
    private static final List<String> SCRIPTS =
            List.of(
                    "engine",
                    "history",
                    "identity",
                    "case.engine",
                    "case.history",
                    "decision.engine",
                    "decision.history");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");
    private static final Pattern TIME = Pattern.compile("(?i)\\b(datetime|timestamp)\\b(?!\\()");
    private static final Pattern CHARACTERS =
            Pattern.compile("(?i)default charset=utf8 collate utf8_bin");

    /** Table exists, key exists, row exists, constraint exists (under either of its codes). */
    private static final Set<Integer> IS_THERE_ALREADY = Set.of(1050, 1061, 1062, 1826, 1005);

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "create engine tables";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        try (var statement = context.getConnection().createStatement()) {
            for (var sql : statements()) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    if (!IS_THERE_ALREADY.contains(e.getErrorCode())) {
                        throw e;
                    }
                    log.debug("Passed over since it is there: {}", sql, e);
                }
            }
        }
    }

    /** All statements in order, in the dialect of this house. */
    static List<String> statements() throws IOException {
        var all = new StringBuilder();
        for (var script : SCRIPTS) {
            var path = "org/camunda/bpm/engine/db/create/activiti.mysql.create." + script + ".sql";
            all.append(new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8));
        }
        var plain = COMMENT.matcher(all).replaceAll("");
        var precise = TIME.matcher(plain).replaceAll("datetime(3)");
        var whole =
                CHARACTERS
                        .matcher(precise)
                        .replaceAll("default charset=utf8mb4 collate utf8mb4_bin");
        return Arrays.stream(whole.split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
