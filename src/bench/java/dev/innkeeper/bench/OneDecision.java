package dev.innkeeper.bench;

import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.GradingOutcome;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.OutcomeAccess;
import dev.innkeeper.decision.load.BareRules;
import dev.innkeeper.decision.load.RuleFolder;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.scenario.Scenario;
import dev.innkeeper.decision.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * One grading with its trace (which rules fired, on which facts, for which reasons), before it is
 * written down, beside a bare session on the same compiled rules and the same facts: those of the
 * scenarios of the decision, in turn.
 */
final class OneDecision {

    private static final int BATCH = 20_000;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 9;
    private static final String BARE = "bare Drools session";
    private static final String OURS = "decision with its trace";

    private final Path rules;
    private final Report report;

    OneDecision(Path rules, Report report) {
        this.rules = rules;
        this.report = report;
    }

    void run() throws Exception {
        report.progress("one decision with its trace");
        Sources sources = new RuleFolder(rules).read(ComplaintDecisions.GRADING.name());
        List<Facts> questions = questions(sources);
        try (RuleSet<?> set =
                RuleSetLoader.load(ComplaintDecisions.GRADING, sources).rules().orElseThrow()) {
            KieBase base = BareRules.of(set);
            var measured =
                    new Rounds()
                            .with(BARE, () -> batch(questions, facts -> askBare(base, facts)))
                            .with(OURS, () -> batch(questions, set::ask))
                            .measure(WARM_UPS, ROUNDS);
            double[] bare = micros(measured.get(BARE));
            double[] ours = micros(measured.get(OURS));
            report.table(
                    "One decision (complaint/grading, "
                            + set.rules().size()
                            + " rules; aim: with its trace ≤ 2 × a bare session)",
                    "what",
                    "µs",
                    "ratio");
            report.row(BARE, Spread.of(bare), "1");
            report.row(OURS, Spread.of(ours), Spread.ofRatios(ours, bare));
            report.note(
                    ROUNDS
                            + " rounds of "
                            + BATCH
                            + " questions each on one thread, the facts of the "
                            + questions.size()
                            + " scenarios in turn: median (lowest–highest). Both make a session,"
                            + " insert the facts, fire, fold the outcome and dispose.");
        }
    }

    private static List<Facts> questions(Sources sources) {
        var file = new ScenarioFile(ComplaintDecisions.GRADING, RuleSetLoader.SCENARIOS);
        file.read(sources.files().get(RuleSetLoader.SCENARIOS));
        return file.scenarios().stream()
                .filter(one -> one.fails().isEmpty())
                .map(Scenario::given)
                .toList();
    }

    private static double[] micros(List<Rounds.Figures> figures) {
        return figures.stream().mapToDouble(one -> 1e6 / one.perSecond()).toArray();
    }

    private static Rounds.Figures batch(List<Facts> questions, Consumer<Facts> ask) {
        long began = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            ask.accept(questions.get(i % questions.size()));
        }
        return new Rounds.Figures(BATCH * 1e9 / (System.nanoTime() - began), 0);
    }

    private static Record askBare(KieBase base, Facts facts) {
        GradingOutcome outcome = ComplaintDecisions.GRADING.outcome().get();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("outcome", outcome);
            facts.all().forEach(session::insert);
            session.fireAllRules();
            return OutcomeAccess.fold(outcome);
        } finally {
            session.dispose();
        }
    }
}
