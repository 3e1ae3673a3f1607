package dev.innkeeper.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data are kept. Without a URL the service starts a MariaDB of its own.
 *
 * @param url JDBC URL of an outside MariaDB (10.11 or later), such as {@code
 *     jdbc:mariadb://db.example.com/innkeeper}; empty for the embedded one
 * @param user name of the user of the outside MariaDB, who should see that one schema only
 * @param password password of that user
 * @param folder folder of the embedded MariaDB: its data, its program files and its password
 * @param port port of the embedded MariaDB on the loopback address; 0 takes any free one
 */
@ConfigurationProperties("innkeeper.database")
public record DatabaseProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("data") Path folder,
        @DefaultValue("0") int port) {

    /** Whether the service starts a MariaDB of its own, as a first try and a demo do. */
    public boolean embedded() {
        return url.isBlank();
    }
}
