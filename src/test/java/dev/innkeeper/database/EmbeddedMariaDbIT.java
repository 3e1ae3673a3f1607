package dev.innkeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.support.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {

    @TempDir Path folder;

    @Test
    void keepsItsDataOverARestartAndEndsWhenClosed() throws Exception {
        ProcessHandle first;
        try (var server = start()) {
            first = serverProcess();
            execute(server, "CREATE TABLE guest (name VARCHAR(50))");
            execute(server, "INSERT INTO guest VALUES ('王芳 😀')");
        }
        assertThat(first.isAlive()).isFalse();

        try (var server = start();
                var connection = connect(server);
                var rows = connection.createStatement().executeQuery("SELECT name FROM guest")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("王芳 😀");
        }
    }

    @Test
    void letsInItsOwnUserWithThePasswordOnlyAndOnTheLoopbackAddressOnly() throws Exception {
        try (var server = start()) {
            for (var other : List.of("root", "", "mysql", "mariadb.sys")) {
                assertThatThrownBy(() -> DriverManager.getConnection(server.url(), other, ""))
                        .as("user '%s' without a password", other)
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            server.url(), server.user(), "innkeeper"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(server, "CREATE DATABASE another"))
                    .isInstanceOf(SQLException.class);
            for (var address : addressesOfThisMachine()) {
                assertThatThrownBy(() -> reach(address, server))
                        .as("reached at %s", address)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void keepsThePasswordForItsOwnerAlone() throws Exception {
        start().close();

        assertThat(PosixFilePermissions.toString(permissions("password"))).isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("home/password"))).hasSizeGreaterThan(30);
        assertThat(PosixFilePermissions.toString(permissions("."))).isEqualTo("rwx------");
        assertThat(folder.resolve("home/init.sql")).doesNotExist();
    }

    @Test
    void refusesASecondStartOnTheSameFolder() {
        try (var first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            DatabaseUnavailableException.class,
                            refusal -> {
                                assertThat(refusal).hasMessageContaining("Another Innkeeper");
                                assertThat(refusal.remedy())
                                        .contains("innkeeper.database.folder")
                                        .contains("server.port");
                            });
            assertThat(first.url()).isNotEmpty();
        }
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOfSatisfying(
                            DatabaseUnavailableException.class,
                            refusal -> {
                                assertThat(refusal)
                                        .hasMessageContaining("Port " + taken.getLocalPort());
                                assertThat(refusal.remedy()).contains("innkeeper.database.port");
                            });
        }
        start().close();
    }

    @Test
    void noServerOutlivesARunThatIsKilled() throws Exception {
        var run = runThatNeverEnds();
        var server = serverProcess();

        run.destroyForcibly();

        server.onExit().get(1, TimeUnit.MINUTES);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void endsTheServerThatARunKilledWithItsGuardLeftBehind() throws Exception {
        var run = runThatNeverEnds();
        var orphan = serverProcess();
        var guard =
                run.children()
                        .filter(child -> child.pid() != orphan.pid())
                        .findFirst()
                        .orElseThrow();
        guard.destroyForcibly();
        guard.onExit().get(10, TimeUnit.SECONDS);
        run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(orphan.isAlive()).isTrue();

        try (var server = start()) {
            assertThat(orphan.isAlive()).isFalse();
            execute(server, "CREATE TABLE works (again INT)");
        }
    }

    private Process runThatNeverEnds() throws IOException {
        var run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                RunThatNeverEnds.class.getName(),
                                home().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(run.inputReader().lines().anyMatch(RunThatNeverEnds.STARTED::equals)).isTrue();
        return run;
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheNumberOfItsOldServer() throws Exception {
        start().close();
        Files.writeString(
                home().resolve("mariadb.pid"), Long.toString(ProcessHandle.current().pid()));

        start().close();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void saysThatItCannotUseTheFolder() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(
                        () ->
                                EmbeddedMariaDb.start(
                                        file.resolve("home"), TestDatabase.PROGRAMS, 0, List.of()))
                .isInstanceOfSatisfying(
                        DatabaseUnavailableException.class,
                        refusal -> {
                            assertThat(refusal).hasMessageContaining("cannot work in the folder");
                            assertThat(refusal.remedy()).contains("innkeeper.database.folder");
                        });
    }

    private EmbeddedMariaDb start() {
        return start(0);
    }

    private EmbeddedMariaDb start(int port) {
        return EmbeddedMariaDb.start(home(), TestDatabase.PROGRAMS, port, List.of());
    }

    private Path home() {
        return folder.resolve("home");
    }

    private ProcessHandle serverProcess() throws IOException {
        var pid = Files.readString(home().resolve("mariadb.pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Set<PosixFilePermission> permissions(String file) throws IOException {
        return Files.getPosixFilePermissions(home().resolve(file));
    }

    private static Connection connect(EmbeddedMariaDb server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static void execute(EmbeddedMariaDb server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static void reach(InetAddress address, EmbeddedMariaDb server) throws IOException {
        var port = Integer.parseInt(server.url().replaceAll(".*:(\\d+)/.*", "$1"));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
        }
    }

    /** What a start of the service is to the database, for the test that kills it. */
    static final class RunThatNeverEnds {

        static final String STARTED = "started";

        private RunThatNeverEnds() {}

        public static void main(String[] folder) throws InterruptedException {
            EmbeddedMariaDb.start(Path.of(folder[0]), TestDatabase.PROGRAMS, 0, List.of());
            System.out.println(STARTED);
            Thread.currentThread().join();
        }
    }
}
