package dev.innkeeper.bench;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.process.ComplaintProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;

/**
 * A complaint is accepted, judged, recorded, and its first task is there: in process and over REST,
 * beside the bare engine that runs the same diagram with steps that do nothing.
 */
final class Cases {

    private static final int BATCH = 150;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 7;
    private static final Actor CALL_CENTRE = new Actor("callcentre1", Set.of(Group.CALL_CENTRE));
    private static final String BARE = "bare engine, empty steps";
    private static final String IN_PROCESS = "Innkeeper in process";
    private static final String OVER_REST = "Innkeeper over REST";

    private final Server server;
    private final Innkeeper innkeeper;
    private final Report report;
    private final Guests guests = new Guests();
    private final AtomicInteger bareCases = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Cases(Server server, Innkeeper innkeeper, Report report) {
        this.server = server;
        this.innkeeper = innkeeper;
        this.report = report;
    }

    void run() throws Exception {
        server.copyEngineTables(BareEngine.SCHEMA);
        Cpu cpu = new Cpu(server.processId());
        ComplaintProcess process = innkeeper.part(ComplaintProcess.class);
        Map<String, Object> answers = answersOf(process);
        try (BareEngine bare = BareEngine.start(server, Path.of("processes/complaint"))) {
            report.table(
                    "Cases until their first task (aim: in process ≥ 0.7 × the bare engine)",
                    "threads",
                    "what",
                    "cases/s",
                    "ratio",
                    "CPU ms/case, JVM + MariaDB",
                    "CPU ratio");
            for (int threads : new int[] {1, 2}) {
                report.progress("cases on " + threads + " thread(s)");
                var measured =
                        new Rounds()
                                .with(
                                        BARE,
                                        () -> batch(cpu, threads, () -> startBare(bare, answers)))
                                .with(
                                        IN_PROCESS,
                                        () ->
                                                batch(
                                                        cpu,
                                                        threads,
                                                        () ->
                                                                process.start(
                                                                        guests.next(),
                                                                        CALL_CENTRE)))
                                .with(OVER_REST, () -> batch(cpu, threads, this::post))
                                .measure(WARM_UPS, ROUNDS);
                for (String name : measured.keySet()) {
                    row(threads, name, measured.get(name), measured.get(BARE));
                }
            }
            report.note(
                    ROUNDS
                            + " rounds of "
                            + BATCH
                            + " cases each, all three in turns: median (lowest–highest). Every"
                            + " complaint of Innkeeper is another guest's, read by triage, graded,"
                            + " given its deadlines, and recorded with clocks, decisions and"
                            + " notifications.");
        }
    }

    private void row(
            int threads, String name, List<Rounds.Figures> ours, List<Rounds.Figures> bare) {
        report.row(
                threads,
                name,
                Spread.of(Rounds.perSecond(ours)),
                Spread.ofRatios(Rounds.perSecond(ours), Rounds.perSecond(bare)),
                Spread.of(Rounds.cpuMillis(ours)),
                Spread.ofRatios(Rounds.cpuMillis(ours), Rounds.cpuMillis(bare)));
    }

    private static Rounds.Figures batch(Cpu cpu, int threads, Callable<?> one) throws Exception {
        double cpuBefore = cpu.seconds();
        long began = System.nanoTime();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(
                        pool.submit(
                                () -> {
                                    for (int n = 0; n < BATCH / threads; n++) {
                                        one.call();
                                    }
                                    return null;
                                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            pool.shutdown();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Rounds.Figures(BATCH / seconds, (cpu.seconds() - cpuBefore) * 1000 / BATCH);
    }

    private Object startBare(BareEngine bare, Map<String, Object> answers) {
        String key = "CMP-2026-%06d".formatted(bareCases.incrementAndGet());
        bare.startCase(key, answers);
        return key;
    }

    /** The bare engine's gateways and timers read what Innkeeper's read. */
    private Map<String, Object> answersOf(ComplaintProcess process) {
        String number = process.start(guests.next(), CALL_CENTRE).number().value();
        RuntimeService runtime = innkeeper.part(RuntimeService.class);
        String instance =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId();
        return runtime.getVariables(instance);
    }

    private Object post() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + innkeeper.port()
                                                        + "/api/complaints"))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("pms:pms-demo".getBytes()))
                                .POST(HttpRequest.BodyPublishers.ofString(guests.nextAsJson()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
