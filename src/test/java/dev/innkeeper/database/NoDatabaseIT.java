package dev.innkeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.innkeeper.support.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.Enumeration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What whoever starts the service reads where it gets no database. */
@ExtendWith(OutputCaptureExtension.class)
class NoDatabaseIT {

    private static final String SECRET = "the-secret-of-the-hotel";

    private static EmbeddedMariaDb server;

    /** That part of the service which finds the database. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseProperties.class)
    @Import(DatabaseConfiguration.class)
    static class DatabaseOnly {}

    @BeforeAll
    static void startServer(@TempDir Path folder) {
        server =
                EmbeddedMariaDb.start(
                        folder.resolve("home"), TestDatabase.PROGRAMS, 0, TestDatabase.QUICK);
    }

    @AfterAll
    static void endServer() {
        server.close();
    }

    @Test
    void startsWhereTheServerLetsItIn(CapturedOutput output) {
        assertThat(start(server.url(), server.user(), server.password())).isNull();
        assertThat(output).doesNotContain("FAILED");
    }

    @Test
    void namesTheAddressWhereNoServerAnswers(CapturedOutput output) throws Exception {
        String url;
        try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            url = "jdbc:mariadb://127.0.0.1:" + free.getLocalPort() + "/innkeeper";
        }

        start(url, "innkeeper", SECRET);

        assertThatItSays(output, "No MariaDB can be reached at " + url, "innkeeper.database.url");
    }

    @Test
    void namesTheHostThatNobodyKnows(CapturedOutput output) {
        start("jdbc:mariadb://no-such-host.invalid/innkeeper", "innkeeper", SECRET);

        assertThatItSays(
                output,
                "No MariaDB can be reached at jdbc:mariadb://no-such-host.invalid/innkeeper",
                "innkeeper.database.url");
    }

    @Test
    void namesTheUserWhosePasswordIsRefused(CapturedOutput output) {
        start(server.url(), server.user(), SECRET);

        assertThatItSays(
                output,
                "does not let the user innkeeper in",
                "innkeeper.database.user and innkeeper.database.password");
    }

    @Test
    void saysThatTheUserHasNoRightOnTheDatabase(CapturedOutput output) {
        start(server.url().replace("/innkeeper", "/mysql"), server.user(), server.password());

        assertThatItSays(
                output, "has no database at jdbc:mariadb://127.0.0.1", "innkeeper.database.url");
        assertThat(output).contains("GRANT ALL").doesNotContain(server.password());
    }

    @Test
    void saysThatTheDatabaseIsMissing(CapturedOutput output) throws Exception {
        execute("DROP DATABASE innkeeper");
        try {
            start(server.url(), server.user(), server.password());
        } finally {
            execute("CREATE DATABASE innkeeper");
        }

        assertThatItSays(output, "has no database at " + server.url(), "CREATE DATABASE innkeeper");
        assertThat(output).contains("innkeeper.database.url").doesNotContain(server.password());
    }

    @Test
    void saysHowAnAddressIsWritten(CapturedOutput output) {
        start("jdbc:mysql://db.example.com/innkeeper", "innkeeper", SECRET);

        assertThatItSays(
                output,
                "innkeeper.database.url is jdbc:mysql://db.example.com/innkeeper",
                "jdbc:mariadb://db.example.com/innkeeper");
    }

    @Test
    void missesTheNameOfTheDatabaseInTheAddress(CapturedOutput output) {
        start(server.url().replace("innkeeper", ""), server.user(), server.password());

        assertThatItSays(
                output, "not the address of a database", "the name of the database at the end");
    }

    @Test
    void keepsAPasswordInTheAddressToItself(CapturedOutput output) {
        start("jdbc:mariadb:127.0.0.1/innkeeper?password=" + SECRET, "innkeeper", "");

        assertThatItSays(output, "jdbc:mariadb:127.0.0.1/innkeeper", "innkeeper.database.url");
    }

    @Test
    void pointsToAnOutsideMariaDbWhereThePlatformHasNoServer(
            CapturedOutput output, @TempDir Path folder) {
        Thread thread = Thread.currentThread();
        ClassLoader all = thread.getContextClassLoader();
        thread.setContextClassLoader(withoutServer(all));
        try {
            run("--innkeeper.database.folder=" + folder);
        } finally {
            thread.setContextClassLoader(all);
        }

        assertThatItSays(
                output,
                "There is no embedded database for this start",
                "innkeeper.database.url, innkeeper.database.user and innkeeper.database.password");
        assertThat(output)
                .contains(System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
    }

    /** The class path as it is in the production jar and on a platform without a packed server. */
    private static ClassLoader withoutServer(ClassLoader all) {
        return new ClassLoader(all) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.startsWith("ch/vorburger")
                        ? Collections.emptyEnumeration()
                        : super.getResources(name);
            }
        };
    }

    private static void assertThatItSays(CapturedOutput output, String what, String remedy) {
        String[] parts = output.getAll().split("Action:");
        assertThat(parts).as(output.getAll()).hasSize(2);
        assertThat(parts[0]).contains("APPLICATION FAILED TO START").contains(what);
        assertThat(parts[1]).contains(remedy);
        assertThat(output).doesNotContain("\tat ").doesNotContain(SECRET);
    }

    private static Throwable start(String url, String user, String password) {
        return run(
                "--innkeeper.database.url=" + url,
                "--innkeeper.database.user=" + user,
                "--innkeeper.database.password=" + password);
    }

    private static Throwable run(String... settings) {
        return catchThrowable(
                () ->
                        new SpringApplicationBuilder(DatabaseOnly.class)
                                .web(WebApplicationType.NONE)
                                .logStartupInfo(false)
                                .run(settings)
                                .close());
    }

    private static void execute(String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                server.url().replace("/innkeeper", "/"),
                                server.user(),
                                server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
