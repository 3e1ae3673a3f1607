package dev.innkeeper.decision.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.GradingOutcome;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.OutcomeAccess;
import dev.innkeeper.decision.scenario.Scenario;
import dev.innkeeper.decision.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Grading with its trace beside a bare session of the engine on the same rules and facts, over all
 * scenarios of grading in turn; and with the record as text on top. Run by {@code ./mvnw -Pbench
 * verify -DskipTests -Dbench=DecisionBenchmark}; compare the figures of one run with each other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecisionBenchmark {

    private final ObjectMapper json = Json.mapper();
    private RuleSet<Grade> rules;
    private RuleCompiler.Compiled compiled;
    private List<Facts> questions;
    private int next;

    @Setup
    public void load() throws RuleCompiler.NotCompiled {
        var sources = new RuleFolder(Path.of("rules")).read(ComplaintDecisions.GRADING.name());
        rules = RuleSetLoader.load(ComplaintDecisions.GRADING, sources).rules().orElseThrow();
        compiled =
                RuleCompiler.get()
                        .compile(
                                RuleSetLoader.check(ComplaintDecisions.GRADING, sources).drl(),
                                rules.vocabulary());
        var file = new ScenarioFile(ComplaintDecisions.GRADING, RuleSetLoader.SCENARIOS);
        file.read(sources.files().get(RuleSetLoader.SCENARIOS));
        questions =
                file.scenarios().stream()
                        .filter(one -> one.fails().isEmpty())
                        .map(Scenario::given)
                        .toList();
    }

    @TearDown
    public void close() {
        compiled.close();
        rules.close();
    }

    private Facts question() {
        next = (next + 1) % questions.size();
        return questions.get(next);
    }

    @Benchmark
    public Grade bareSession() {
        var outcome = new GradingOutcome();
        var session = compiled.base().newKieSession();
        try {
            session.setGlobal("outcome", outcome);
            question().all().forEach(session::insert);
            session.fireAllRules();
            return OutcomeAccess.fold(outcome);
        } finally {
            session.dispose();
        }
    }

    @Benchmark
    public Answer<Grade> decisionWithTrace() {
        return rules.ask(question());
    }

    @Benchmark
    public String decisionWithTraceAsText() throws Exception {
        var facts = question();
        var answer = rules.ask(facts);
        return json.writeValueAsString(facts.all())
                + json.writeValueAsString(answer.result())
                + json.writeValueAsString(answer.fired());
    }
}
