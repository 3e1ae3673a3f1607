package dev.innkeeper.support;

import dev.innkeeper.database.EmbeddedMariaDb;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Points a context at the one database server of this test run. */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where the program files of the server are unpacked once for all test runs. */
    public static final Path PROGRAMS = Path.of("target", "test-database", "programs");

    /** A test run may lose its data when the machine fails, so it need not wait for the disk. */
    public static final List<String> QUICK =
            List.of(
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-flush-method=nosync",
                    "--skip-innodb-doublewrite",
                    "--skip-sync-frm");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = Holder.SERVER;
        TestPropertyValues.of(
                        "innkeeper.database.url=" + server.url(),
                        "innkeeper.database.user=" + server.user(),
                        "innkeeper.database.password=" + server.password())
                .applyTo(context);
    }

    /** The one server of this test run, started when first asked for and ended with the JVM. */
    public static EmbeddedMariaDb server() {
        return Holder.SERVER;
    }

    private static final class Holder {

        static final EmbeddedMariaDb SERVER = start();

        private static EmbeddedMariaDb start() {
            var folder = Path.of("target", "test-database", "run-" + ProcessHandle.current().pid());
            // disk.
            var server = EmbeddedMariaDb.start(folder, PROGRAMS, 0, QUICK);
            // These run after the last context has closed.
            SpringApplication.getShutdownHandlers()
                    .add(
                            () -> {
                                server.close();
                                FileSystemUtils.deleteRecursively(folder.toFile());
                            });
            return server;
        }
    }
}
