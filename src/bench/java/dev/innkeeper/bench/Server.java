package dev.innkeeper.bench;

import dev.innkeeper.database.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The one MariaDB of a run, with a schema for Innkeeper and one for each bare application. */
final class Server implements AutoCloseable {

    static final String OURS = "innkeeper";

    private static final String USER = "bench";

    /** Sees what the others do, which they themselves need not. */
    private static final String WATCHER = "watch";

    private final EmbeddedMariaDb mariaDb;

    private Server(EmbeddedMariaDb mariaDb) {
        this.mariaDb = mariaDb;
    }

    /** Starts it on an empty folder; only the program files are kept from run to run. */
    static Server start(Path folder) throws IOException {
        Path data = folder.resolve("database");
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        Path users = Files.writeString(folder.resolve("users.sql"), users());
        return new Server(
                EmbeddedMariaDb.start(
                        data,
                        folder.resolve("programs"),
                        0,
                        List.of("--init-file=" + users.toAbsolutePath(), "--max-connections=300")));
    }

    String url(String schema) {
        return mariaDb.url().replaceAll("/[^/]+$", "/" + schema);
    }

    String user() {
        return USER;
    }

    String password() {
        return USER;
    }

    long processId() {
        return ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().command().orElse("").endsWith("mariadbd"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(url(schema), USER, USER);
    }

    /** A connection that may look at what all others do. */
    Connection watch() throws SQLException {
        return DriverManager.getConnection(url(OURS), WATCHER, WATCHER);
    }

    /**
     * Makes a schema with the engine's tables exactly as Innkeeper has them: same types and keys.
     */
    void copyEngineTables(String schema) throws SQLException {
        try (Connection from = connect(OURS);
                Connection to = connect(schema);
                var reading = from.createStatement();
                var writing = to.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var names = reading.executeQuery("SHOW TABLES LIKE 'ACT\\_%'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            writing.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : tables) {
                try (var definition = reading.executeQuery("SHOW CREATE TABLE `" + table + "`")) {
                    definition.next();
                    writing.execute(definition.getString(2));
                }
            }
            for (String table : List.of("ACT_GE_SCHEMA_LOG", "ACT_GE_PROPERTY")) {
                writing.execute(
                        "INSERT INTO `%1$s` SELECT * FROM `%2$s`.`%1$s`".formatted(table, OURS));
            }
            writing.execute("SET FOREIGN_KEY_CHECKS = 1");
        }
    }

    @Override
    public void close() {
        mariaDb.close();
    }

    /** One statement a line, as the server reads them. */
    private static String users() {
        StringBuilder sql = new StringBuilder("DELETE FROM mysql.global_priv WHERE User = '';\n");
        sql.append("FLUSH PRIVILEGES;\n");
        sql.append("CREATE USER IF NOT EXISTS 'bench'@'127.0.0.1' IDENTIFIED BY 'bench';\n");
        sql.append("CREATE USER IF NOT EXISTS 'watch'@'127.0.0.1' IDENTIFIED BY 'watch';\n");
        sql.append("GRANT ALL PRIVILEGES ON *.* TO 'watch'@'127.0.0.1';\n");
        for (String schema :
                List.of(OURS, BareEngine.SCHEMA, StartUp.SCHEMA_OF_BARE, StartUp.SCHEMA)) {
            sql.append(
                    "CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;\n"
                            .formatted(schema));
            sql.append("GRANT ALL PRIVILEGES ON %s.* TO 'bench'@'127.0.0.1';\n".formatted(schema));
        }
        return sql.toString();
    }
}
