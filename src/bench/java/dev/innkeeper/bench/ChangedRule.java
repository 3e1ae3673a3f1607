package dev.innkeeper.bench;

import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.ReportedComplaint;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** From a rule file being saved to the first decision that answers by it. */
final class ChangedRule {

    private static final int ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILE = "complaint/grading/severity.drl.csv";
    private static final String EXAMPLES = "complaint/grading/scenarios.yaml";
    private static final String SHIPPED = "5000";
    private static final BigDecimal BELOW_SHIPPED = new BigDecimal("4100.00");

    private final Decisions decisions;
    private final Path rules;
    private final Report report;

    ChangedRule(Innkeeper innkeeper, Path rules, Report report) {
        this.decisions = innkeeper.part(Decisions.class);
        this.rules = rules;
        this.report = report;
    }

    void run() throws Exception {
        report.progress("a changed rule, " + ROUNDS + " times there and back");
        Path file = rules.resolve(FILE);
        String shipped = Files.readString(file);
        loosenExamples();
        // Each time another figure, so that no text has been compiled before.
        double[] seconds = new double[2 * ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String lower = shipped.replace(SHIPPED, Integer.toString(4000 + round));
            String higher = shipped.replace(SHIPPED, Integer.toString(6000 + round));
            seconds[2 * round] = untilLive(file, lower, Severity.S2);
            seconds[2 * round + 1] = untilLive(file, higher, Severity.S3);
        }
        report.table(
                "Saved rule to live answer, all checks between (aim: < 2 s)",
                "what",
                "seconds, median (lowest–highest)");
        report.row("a threshold in " + FILE + " changed", Spread.of(seconds));
    }

    /**
     * The examples at the edge of the shipped threshold would keep every other one from going live.
     */
    private void loosenExamples() throws IOException {
        Path examples = rules.resolve(EXAMPLES);
        Files.writeString(
                examples,
                Files.readString(examples)
                        .replace("amountInDispute: 4999.99", "amountInDispute: 1")
                        .replace("amountInDispute: 5000", "amountInDispute: 100000"));
    }

    private double untilLive(Path file, String text, Severity expected) throws Exception {
        if (grade() == expected) {
            throw new IllegalStateException("The change of " + FILE + " changes nothing");
        }
        Files.writeString(file, text);
        long saved = System.nanoTime();
        while (grade() != expected) {
            if (System.nanoTime() - saved > PATIENCE.toNanos()) {
                throw new IllegalStateException("The changed rule did not become live");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return (System.nanoTime() - saved) / 1e9;
    }

    private Severity grade() {
        Grade grade =
                decisions
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
                                                true,
                                                BELOW_SHIPPED)),
                                "")
                        .result();
        return grade.severity();
    }
}
