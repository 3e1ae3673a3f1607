package dev.innkeeper.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB that this process starts and ends. It listens on the loopback address only, and lets in
 * one user, whose password is made up at the first start and kept, readable by the owner alone,
 * beside the data.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final String NAME = "innkeeper";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private final FileChannel lock;
    private final Process server;
    private final int port;
    private final String password;

    private EmbeddedMariaDb(FileChannel lock, Process server, int port, String password) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on its folder, which is made where there is none.
     *
     * @param folder where data, program files and password are kept
     * @param wantedPort the port to listen on; 0 takes any free one
     * @throws RuntimeException with a sentence for the person who starts it, where the folder is in
     *     use, the port is taken, or there is no server for this platform
     */
    public static EmbeddedMariaDb start(Path folder, int wantedPort) {
        return start(folder, folder, wantedPort, List.of());
    }

    /**
     * Starts the server with its program files in another folder, which several may share.
     *
     * @param programs where the program files are unpacked
     * @param options further options of the server, such as {@code --max-connections=300}
     */
    public static EmbeddedMariaDb start(
            Path folder, Path programs, int wantedPort, List<String> options) {
        var home = folder.toAbsolutePath().normalize();
        FileChannel lock = null;
        try {
            makePrivate(home);
            makePrivate(programs.toAbsolutePath());
            lock = lock(home);
            var program = ServerProgram.unpack(programs.toRealPath());
            endOrphan(program, home);
            program.install(home.resolve("mariadb"));
            var port = choosePort(wantedPort);
            var password = password(home);
            var server = launch(program, home, port, password, options);
            return new EmbeddedMariaDb(lock, server, port, password);
        } catch (IOException e) {
            closeQuietly(lock);
            throw new DatabaseUnavailableException(
                    "The embedded database cannot work in the folder %s (%s)."
                            .formatted(home, e.getMessage()),
                    "Make the folder writable for this user, or name another with"
                            + " innkeeper.database.folder.",
                    e);
        } catch (RuntimeException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    /** The JDBC URL of the one schema. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME;
    }

    /** The user that the server lets in. */
    public String user() {
        return NAME;
    }

    /** The password of that user. */
    public String password() {
        return password;
    }

    /** Ends the server, which writes everything to disk before, and frees the folder. */
    @Override
    public void close() {
        end(server.toHandle());
        closeQuietly(lock);
    }

    private static Process launch(
            ServerProgram program, Path home, int port, String password, List<String> options)
            throws IOException {
        var initFile = home.resolve("init.sql");
        writePrivate(initFile, initStatements(password));
        Files.createDirectories(home.resolve("tmp"));
        var all = new ArrayList<>(options(home, port, initFile));
        all.addAll(options);
        var server = program.start(all);
        var output = new Output(server);
        try {
            output.ready.get(2, TimeUnit.MINUTES);
            return server;
        } catch (ExecutionException | TimeoutException e) {
            server.destroyForcibly();
            throw new DatabaseUnavailableException(
                    "The embedded database did not start on port %d with the folder %s: %s"
                            .formatted(port, home, output.complaint()),
                    "Mend what it says; or name another folder with innkeeper.database.folder,"
                            + " another port with innkeeper.database.port, or a MariaDB of your own"
                            + " with innkeeper.database.url.",
                    e);
        } catch (InterruptedException e) {
            end(server.toHandle());
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database was starting", e);
        } finally {
            Files.deleteIfExists(initFile);
        }
    }

    private static List<String> options(Path home, int port, Path initFile) {
        var options =
                new ArrayList<>(
                        List.of(
                                "--datadir=" + home.resolve("mariadb"),
                                "--tmpdir=" + home.resolve("tmp"),
                                "--pid-file=" + pidFile(home),
                                "--init-file=" + initFile,
                                "--port=" + port,
                                "--bind-address=127.0.0.1",
                                "--skip-name-resolve",
                                "--skip-ssl",
                                "--max-allowed-packet=64M",
                                "--character-set-server=utf8mb4",
                                "--collation-server=utf8mb4_bin",
                                "--transaction-isolation=READ-COMMITTED"));
        var socket = home.resolve("mariadb.sock");
        // The name of a socket may have 107 bytes at most; nothing of ours connects through it.
        var fits = socket.toString().getBytes(StandardCharsets.UTF_8).length < 100;
        options.add("--socket=" + (fits ? socket : "/tmp/innkeeper-" + port + ".sock"));
        if (System.getProperty("user.name").equals("root")) {
            options.add("--user=root");
        }
        return options;
    }

    /** One statement a line, as the server reads them. A fresh installation has anonymous users. */
    private static String initStatements(String password) {
        return """
        DELETE FROM mysql.global_priv WHERE User = '';
        FLUSH PRIVILEGES;
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
        CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
        ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON %1$s.* TO '%1$s'@'127.0.0.1';
        """
                .formatted(NAME, password);
    }

    private static FileChannel lock(Path home) throws IOException {
        var file =
                FileChannel.open(
                        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            log.debug("This very process holds the folder", e);
        }
        file.close();
        throw new DatabaseUnavailableException(
                "Another Innkeeper is running on the folder " + home + ".",
                "Use the one that runs, or end it first. A second one beside it needs its own"
                        + " innkeeper.database.folder and its own server.port.");
    }

    /**
     * A server that outlived its Innkeeper and its guard still holds the data; whoever has the lock
     * may end it.
     */
    private static void endOrphan(ServerProgram program, Path home) throws IOException {
        var pidFile = pidFile(home);
        if (Files.exists(pidFile)) {
            var pid = Files.readString(pidFile).strip();
            if (pid.matches("\\d{1,18}")) {
                ProcessHandle.of(Long.parseLong(pid))
                        .filter(program::isRunAs)
                        .ifPresent(
                                orphan -> {
                                    log.info(
                                            "Ending database server {}, left by a run that died",
                                            pid);
                                    end(orphan);
                                });
            }
            Files.deleteIfExists(pidFile);
        }
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(1, TimeUnit.MINUTES);
        } catch (TimeoutException | ExecutionException e) {
            log.warn(
                    "The database server {} does not end by itself, so it is killed", server.pid());
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int choosePort(int wanted) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "Port " + wanted + ", where the embedded database should listen, is in use.",
                    "Name another with innkeeper.database.port, or 0 for any that is free.",
                    e);
        }
    }

    private static String password(Path home) throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            writePrivate(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private static Path pidFile(Path home) {
        return home.resolve("mariadb.pid");
    }

    private static void makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (isPosix(folder)) {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static void writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (isPosix(file)) {
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
        Files.writeString(file, text);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads what the server says, so that its pipe never fills, and notes when it is ready. */
    private static final class Output {

        private static final Logger serverLog =
                LoggerFactory.getLogger("dev.innkeeper.database.server");

        private final CompletableFuture<Void> ready = new CompletableFuture<>();
        private final StringBuffer errors = new StringBuffer();

        Output(Process server) {
            var reader = new Thread(() -> read(server), "mariadb-output");
            reader.setDaemon(true);
            reader.start();
        }

        String complaint() {
            return errors.isEmpty() ? "it said nothing." : errors.toString();
        }

        private void read(Process server) {
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    server.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard(line);
                }
            } catch (IOException e) {
                serverLog.debug("The database server closed its output", e);
            }
            ready.completeExceptionally(new IOException("the server ended"));
        }

        private void heard(String line) {
            serverLog.debug(line);
            if (line.contains("ready for connections")) {
                ready.complete(null);
            } else if (line.contains("[ERROR]") && !ready.isDone()) {
                errors.append(line.substring(line.indexOf("[ERROR]") + 7)).append(' ');
            }
        }
    }
}
