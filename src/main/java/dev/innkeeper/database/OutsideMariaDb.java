package dev.innkeeper.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/**
 * The MariaDB that the service is pointed at. It is tried once before anything works with it, so
 * that whoever starts the service reads which setting is wrong instead of a trace of calls.
 */
final class OutsideMariaDb {

    private static final String NOT_REACHED = "08";
    private static final String NOT_LET_IN = "28";
    private static final int NO_RIGHT_ON_DATABASE = 1044;
    private static final int NO_SUCH_DATABASE = 1049;

    private final DatabaseProperties properties;

    /** The address without its parameters, among which a password may be. */
    private final String address;

    private OutsideMariaDb(DatabaseProperties properties) {
        this.properties = properties;
        this.address = properties.url().replaceFirst("\\?.*", "");
    }

    /**
     * Signs in and out again.
     *
     * @throws DatabaseUnavailableException where that is not possible; it names the setting to mend
     */
    static void reach(DatabaseProperties properties) {
        new OutsideMariaDb(properties).reach();
    }

    private void reach() {
        var credentials = new Properties();
        credentials.setProperty("user", properties.user());
        credentials.setProperty("password", properties.password());
        try (Connection connection = new Driver().connect(properties.url(), credentials)) {
            if (connection == null || connection.getCatalog() == null) {
                throw new DatabaseUnavailableException(
                        "innkeeper.database.url is %s, which is not the address of a database on a MariaDB."
                                .formatted(address),
                        "Write it as jdbc:mariadb://db.example.com/innkeeper, with the name of the"
                                + " database at the end.");
            }
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private DatabaseUnavailableException explained(SQLException e) {
        String reason =
                String.valueOf(e.getMessage())
                        .replaceFirst("^\\(conn=\\d+\\) ", "")
                        .replace(properties.url(), address);
        String state = String.valueOf(e.getSQLState());
        int code = e.getErrorCode();
        if (code == NO_SUCH_DATABASE || code == NO_RIGHT_ON_DATABASE) {
            return new DatabaseUnavailableException(
                    "The user %s has no database at %s (%s)."
                            .formatted(properties.user(), address, reason),
                    "Create it (CREATE DATABASE innkeeper CHARACTER SET utf8mb4 COLLATE"
                        + " utf8mb4_bin) and GRANT ALL on it to innkeeper.database.user, or name"
                        + " another at the end of innkeeper.database.url.",
                    e);
        }
        if (state.startsWith(NOT_LET_IN)) {
            return new DatabaseUnavailableException(
                    "The MariaDB at %s does not let the user %s in (%s)."
                            .formatted(address, properties.user(), reason),
                    "Mend innkeeper.database.user and innkeeper.database.password, and see that"
                            + " this user may come from this machine.",
                    e);
        }
        if (state.startsWith(NOT_REACHED)) {
            return new DatabaseUnavailableException(
                    "No MariaDB can be reached at %s (%s).".formatted(address, reason),
                    "See that the server runs and lets this machine reach it, or mend host and port"
                            + " in innkeeper.database.url.",
                    e);
        }
        return new DatabaseUnavailableException(
                "The MariaDB at %s cannot be used (%s).".formatted(address, reason),
                "Mend what it says in innkeeper.database.url, innkeeper.database.user or"
                        + " innkeeper.database.password.",
                e);
    }
}
