package dev.innkeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrationsIT {

    private static EmbeddedMariaDb server;
    private static DriverManagerDataSource dataSource;
    private static JdbcTemplate jdbc;
    private static List<String> whole;

    @BeforeAll
    static void startServer(@TempDir Path folder) {
        server =
                EmbeddedMariaDb.start(
                        folder.resolve("home"), TestDatabase.PROGRAMS, 0, TestDatabase.QUICK);
        dataSource = new DriverManagerDataSource(server.url(), server.user(), server.password());
        jdbc = new JdbcTemplate(dataSource);
        flyway().load().migrate();
        whole = structure();
    }

    @AfterAll
    static void endServer() {
        server.close();
    }

    private static void emptySchema() {
        jdbc.execute("DROP DATABASE innkeeper");
        new JdbcTemplate(
                        new DriverManagerDataSource(
                                server.url().replace("/innkeeper", "/"),
                                server.user(),
                                server.password()))
                .execute("CREATE DATABASE innkeeper CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    }

    @Test
    @Order(1)
    void engineTablesKeepMillisecondsAndEveryCharacter() {
        assertThat(count("tables", "table_name LIKE 'ACT\\_%' AND table_collation = 'utf8mb4_bin'"))
                .isEqualTo(49);
        assertThat(count("tables", "table_name LIKE 'ACT\\_%'")).isEqualTo(49);
        assertThat(
                        count(
                                "columns",
                                "data_type IN ('datetime', 'timestamp') AND datetime_precision <> 3"
                                        + " AND table_name <> 'flyway_schema_history'"))
                .isZero();
        assertThat(
                        count(
                                "columns",
                                "table_name LIKE 'ACT\\_%' AND character_set_name IS NOT NULL AND"
                                        + " collation_name <> 'utf8mb4_bin'"))
                .isZero();
    }

    @Test
    @Order(2)
    void everyMigrationMayBeRunAgainAfterAnInterruption() {
        jdbc.execute("DELETE FROM flyway_schema_history");

        flyway().load().migrate();

        assertThat(structure()).isEqualTo(whole);
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(ints = {9, 150})
    void anInterruptedCreationIsTakenUpWhereItStopped(int statements) throws Exception {
        emptySchema();
        for (var sql : EngineTables.statements().subList(0, statements)) {
            jdbc.execute(sql);
        }

        flyway().baselineOnMigrate(true).baselineVersion("0").load().migrate();

        assertThat(structure()).isEqualTo(whole);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM ACT_GE_PROPERTY", Long.class))
                .isEqualTo(properties());
    }

    private static long properties() throws Exception {
        return EngineTables.statements().stream()
                .filter(
                        sql ->
                                sql.toLowerCase(Locale.ROOT)
                                        .startsWith("insert into act_ge_property"))
                .count();
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure().dataSource(dataSource).javaMigrations(new EngineTables());
    }

    private static List<String> structure() {
        return jdbc.queryForList(
                """
                SELECT CONCAT_WS(' ', table_name, column_name, column_type, is_nullable, collation_name)
                FROM information_schema.columns WHERE table_schema = DATABASE()
                UNION ALL
                SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name)
                FROM information_schema.statistics WHERE table_schema = DATABASE()
                UNION ALL
                SELECT CONCAT_WS(' ', table_name, constraint_name, constraint_type)
                FROM information_schema.table_constraints WHERE table_schema = DATABASE()
                ORDER BY 1
                """,
                String.class);
    }

    private static long count(String what, String where) {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM information_schema.%s WHERE table_schema = DATABASE() AND %s"
                        .formatted(what, where),
                Long.class);
    }
}
