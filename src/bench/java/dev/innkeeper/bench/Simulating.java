package dev.innkeeper.bench;

import dev.innkeeper.change.simulation.Order;
import dev.innkeeper.change.simulation.SimulatedDecision;
import dev.innkeeper.change.simulation.Simulation;
import dev.innkeeper.change.simulation.SimulationShift;
import dev.innkeeper.change.simulation.Simulations;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.ReportedComplaint;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.load.RuleFolder;
import dev.innkeeper.decision.load.Sources;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * What would a changed rule have decided? 100,000 recorded gradings asked of changed rules, and
 * what a grading that is asked meanwhile takes.
 */
final class Simulating {

    private static final int RECORDS =
            Integer.parseInt(System.getenv().getOrDefault("BENCH_RECORDS", "100000"));
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String FILE = "severity.drl.csv";
    private static final String SHIPPED = "at least S2,,,,,,5000";

    private final Server server;
    private final Innkeeper innkeeper;
    private final Path rules;
    private final Report report;

    Simulating(Server server, Innkeeper innkeeper, Path rules, Report report) {
        this.server = server;
        this.innkeeper = innkeeper;
        this.rules = rules;
        this.report = report;
    }

    void run() throws Exception {
        report.progress("entering %,d recorded gradings".formatted(RECORDS));
        Instant from = innkeeper.part(Clock.class).instant();
        fill();
        Instant to = innkeeper.part(Clock.class).instant();
        report.table(
                "%,d recorded decisions asked of changed rules (aim: well under a minute)"
                        .formatted(RECORDS),
                "what",
                "decided otherwise",
                "seconds",
                "decisions/s",
                "a grading meanwhile, 99 of 100 within µs");
        report.row("nothing", "", "", "", Math.round(micros(2000)));
        for (int changed : new int[] {0, 10, 50}) {
            // the amounts in dispute go evenly from 0 to 10,000
            measure(from, to, changed, 5000 + changed * 100);
        }
        report.note(
                ROUNDS
                        + " rounds each: median (lowest–highest), from the order to its end, with"
                        + " the rules compiled and what differs written.");
    }

    private void measure(Instant from, Instant to, int percent, int threshold) throws Exception {
        double[] seconds = new double[ROUNDS];
        double[] meanwhile = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            long id =
                    Order.of(
                            innkeeper.part(Simulations.class),
                            Map.of(ComplaintDecisions.GRADING.name(), changed(threshold + round)),
                            from,
                            to);
            innkeeper.part(SimulationShift.class).wake();
            meanwhile[round] = micros(1000);
            Simulation done = awaited(id);
            seconds[round] = (System.nanoTime() - began) / 1e9;
            if (done.sum(SimulatedDecision::looked) < RECORDS) {
                throw new IllegalStateException("Simulation " + id + ": " + done);
            }
        }
        report.row(
                "rules that decide " + percent + " % otherwise",
                percent + " %",
                Spread.of(seconds),
                Spread.of(Arrays.stream(seconds).map(one -> RECORDS / one).toArray()),
                Spread.of(meanwhile));
    }

    private Simulation awaited(long id) {
        Simulations simulations = innkeeper.part(Simulations.class);
        long began = System.nanoTime();
        Simulation simulation = simulations.read(id);
        while (!simulation.state().isOver()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("Simulation " + id + " does not end");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            simulation = simulations.read(id);
        }
        return simulation;
    }

    private Sources changed(int threshold) {
        Map<String, byte[]> files =
                new HashMap<>(
                        new RuleFolder(rules).read(ComplaintDecisions.GRADING.name()).files());
        String table = new String(files.get(FILE), StandardCharsets.UTF_8);
        files.put(
                FILE,
                table.replace(SHIPPED, "at least S2,,,,,," + threshold)
                        .getBytes(StandardCharsets.UTF_8));
        return new Sources(files);
    }

    /** Gradings of amounts from 0 to 10,000, each recorded as the service does, and its copies. */
    private void fill() throws Exception {
        int originals = Math.min(1000, RECORDS);
        for (int n = 0; n < originals; n++) {
            grade("CMP-2000-%06d".formatted(n), n * 10_000 / originals);
        }
        try (Connection connection = server.connect(Server.OURS);
                var copy = connection.createStatement()) {
            copy.executeUpdate(
                    """
                    INSERT INTO decision
                        (id, case_number, name, headline, release_id, decided_at, micros, facts, result, fired)
                    SELECT UUID(), CONCAT('CMP-2000-', LPAD(seq, 4, '0'), SUBSTR(case_number, 13)), name, headline,
                        release_id, decided_at, micros, facts, result, fired
                    FROM decision JOIN seq_1_to_%d
                    WHERE case_number LIKE 'CMP-2000-%%' AND name = '%s'
                    """
                            .formatted(RECORDS / originals - 1, ComplaintDecisions.GRADING.name()));
        }
    }

    /** Within how many microseconds 99 of 100 gradings are answered and recorded. */
    private double micros(int count) {
        double[] micros = new double[count];
        for (int n = 0; n < count; n++) {
            long began = System.nanoTime();
            grade("CMP-2001-%06d".formatted(n), n % 10_000);
            micros[n] = (System.nanoTime() - began) / 1e3;
        }
        Arrays.sort(micros);
        return micros[count * 99 / 100 - 1];
    }

    private void grade(String caseNumber, int amount) {
        innkeeper
                .part(Decisions.class)
                .decide(
                        ComplaintDecisions.GRADING,
                        Facts.of(
                                new ReportedComplaint(
                                        Kind.COMPLAINT,
                                        Channel.LOBBY,
                                        Category.NOISE,
                                        Harm.INCONVENIENCE,
                                        false,
                                        false,
                                        false,
                                        BigDecimal.valueOf(amount))),
                        caseNumber);
    }
}
