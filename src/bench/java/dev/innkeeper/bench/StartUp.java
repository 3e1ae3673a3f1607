package dev.innkeeper.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long Innkeeper takes until it is ready, and how much memory it holds then, beside a bare
 * application of Boot and Camunda: both as packed jars in processes of their own, started in turns
 * on databases that have been there before.
 */
final class StartUp {

    static final String SCHEMA = "started";
    static final String SCHEMA_OF_BARE = "started_bare";

    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Server server;
    private final Path target;
    private final Report report;
    private final HttpClient http = HttpClient.newHttpClient();

    StartUp(Server server, Path target, Report report) {
        this.server = server;
        this.target = target;
        this.report = report;
    }

    /** Seconds and processor seconds until ready, megabytes a little later. */
    private record Started(double seconds, double cpuSeconds, double megabytes) {}

    void run() throws Exception {
        report.progress("start-up and memory, each jar " + (ROUNDS + 1) + " times");
        List<Started> ours = new ArrayList<>();
        List<Started> bare = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Started one = innkeeper();
            Started other = bare();
            // The first start of each creates its tables.
            if (round > 0) {
                ours.add(one);
                bare.add(other);
            }
        }
        report.table(
                "Start-up and memory (aims: time ≤ 1.5 × bare, resident < 700 MB)",
                "",
                "bare Boot + Camunda",
                "Innkeeper",
                "ratio");
        row("seconds until ready", bare, ours, StartUp::seconds);
        row("CPU seconds until ready", bare, ours, StartUp::cpuSeconds);
        row("resident MB", bare, ours, StartUp::megabytes);
        report.note(
                ROUNDS
                        + " starts of each in turns: median (lowest–highest). Ready is the first"
                        + " good answer over HTTP; memory is taken "
                        + SETTLING.toSeconds()
                        + " s later, with the JVM's own settings.");
    }

    private interface Figure {
        double of(Started started);
    }

    private static double seconds(Started started) {
        return started.seconds();
    }

    private static double cpuSeconds(Started started) {
        return started.cpuSeconds();
    }

    private static double megabytes(Started started) {
        return started.megabytes();
    }

    private void row(String name, List<Started> bare, List<Started> ours, Figure figure) {
        double[] a = bare.stream().mapToDouble(figure::of).toArray();
        double[] b = ours.stream().mapToDouble(figure::of).toArray();
        report.row(name, Spread.of(a), Spread.of(b), Spread.ofRatios(b, a));
    }

    private Started innkeeper() throws Exception {
        File[] jars = target.toFile().listFiles((dir, name) -> name.matches("innkeeper-.*\\.jar"));
        if (jars == null || jars.length != 1) {
            throw new IllegalStateException("There is no one innkeeper-*.jar in " + target);
        }
        return start(
                jars[0].toPath(),
                "/actuator/health/readiness",
                "--innkeeper.database.url=" + server.url(SCHEMA),
                "--innkeeper.database.user=" + server.user(),
                "--innkeeper.database.password=" + server.password());
    }

    private Started bare() throws Exception {
        return start(
                target.resolve("bare/bare.jar"),
                "/engine-rest/engine",
                "--spring.datasource.url="
                        + server.url(SCHEMA_OF_BARE)
                        + "?nullDatabaseMeansCurrent=true",
                "--spring.datasource.username=" + server.user(),
                "--spring.datasource.password=" + server.password(),
                "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                "--camunda.bpm.database.type=mysql");
    }

    private Started start(Path jar, String path, String... options) throws Exception {
        int port = freePort();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                jar.toString(),
                                "--server.address=127.0.0.1",
                                "--server.port=" + port));
        command.addAll(List.of(options));
        File log = target.resolve("bench/" + jar.getFileName() + ".log").toFile();
        long began = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .directory(target.getParent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            while (!answersWell(uri)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException(jar + " did not start; see " + log);
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpuSeconds = Cpu.secondsOf(process.pid());
            process.waitFor(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
            return new Started(seconds, cpuSeconds, Cpu.residentMegabytes(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private boolean answersWell(URI uri) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
