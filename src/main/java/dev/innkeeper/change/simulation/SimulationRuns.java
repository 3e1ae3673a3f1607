package dev.innkeeper.change.simulation;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.DecisionRecords;
import dev.innkeeper.decision.serve.Trial;
import dev.innkeeper.decision.serve.Trials;
import dev.innkeeper.workflow.Retrying;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands simulations to those who work on them, one runner at a time. */
@Component
public class SimulationRuns {

    /** For how long a simulation is a runner's that does not speak up. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final SimulationRecords records;
    private final DecisionRecords decided;
    private final Trials trials;
    private final SimulationPool pool;
    private final Retrying retrying;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SimulationRuns(
            SimulationRecords records,
            DecisionRecords decided,
            Trials trials,
            SimulationPool pool,
            Retrying retrying,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.decided = decided;
        this.trials = trials;
        this.pool = pool;
        this.retrying = retrying;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Rules that cannot be tried. */
    public static final class NotTried extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTried(String message) {
            super(message);
        }
    }

    /**
     * The oldest simulation of a kind that nobody works on.
     *
     * @param runner who takes it; no two have the same name
     */
    public Optional<Simulation> take(Kind kind, String runner) {
        return inOne(() -> records.take(kind, runner, LEASE)).flatMap(records::find);
    }

    /**
     * Opens the rules of a simulation that was taken.
     *
     * @throws NotTried where they cannot be compiled
     */
    public SimulationRun open(Simulation simulation, String runner) {
        Map<String, Trial> opened = new LinkedHashMap<>();
        for (Map.Entry<String, Sources> one : records.rules(simulation.id()).entrySet()) {
            var result = trials.open(one.getKey(), one.getValue());
            if (result.trial().isEmpty()) {
                opened.values().forEach(Trial::close);
                throw new NotTried(problem(one.getKey(), result.problems()));
            }
            opened.put(one.getKey(), result.trial().get());
        }
        return new SimulationRun(simulation, runner, opened, decided, this, pool);
    }

    /** Why rules cannot be tried, {@code "English | 中文"}. */
    static String problem(String decision, List<Finding> findings) {
        var first = findings.stream().filter(Finding::isError).findFirst();
        String at =
                first.map(one -> (one.file() + " " + one.place()).strip())
                        .filter(place -> !place.isEmpty())
                        .map(place -> " (" + place + ")")
                        .orElse("");
        String[] halves = first.map(Finding::message).orElse(" | ").split(" \\| ", 2);
        return "The rules of %s cannot be tried%s: %s | %1$s的规则无法试运行%2$s：%4$s"
                .formatted(decision, at, halves[0], halves[halves.length - 1]);
    }

    /** How many records there are to look at. */
    Simulation counted(Simulation simulation) {
        List<String> names = simulation.decisions().stream().map(SimulatedDecision::name).toList();
        Map<String, Long> totals = decided.count(names, simulation.from(), simulation.to());
        long cases = decided.cases(names, simulation.from(), simulation.to());
        inOne(
                () -> {
                    records.count(simulation.id(), cases, totals);
                    return true;
                });
        return records.find(simulation.id()).orElseThrow();
    }

    /**
     * Keeps what was done, all of it or nothing.
     *
     * @return whether the simulation is still the runner's; where not, nothing is kept
     */
    boolean save(
            long id,
            String runner,
            Collection<SimulatedDecision> decisions,
            List<Difference> differences) {
        return inOne(
                () -> {
                    if (!records.renew(id, runner, LEASE, !decisions.isEmpty())) {
                        return false;
                    }
                    records.save(id, decisions);
                    if (!differences.isEmpty()) {
                        records.add(id, differences);
                        records.countCases(id);
                    }
                    return true;
                });
    }

    /** Ends a simulation, unless it is over. */
    public boolean end(long id, State state, String note) {
        return inOne(() -> records.end(id, state, note));
    }

    /** Whether these rules are those that a simulation tries; their scenarios may differ. */
    public boolean triesTheSame(long id, Map<String, Sources> rules) {
        Map<String, Sources> tried = records.rules(id);
        return tried.keySet().equals(rules.keySet())
                && tried.entrySet().stream()
                        .allMatch(
                                one ->
                                        withoutScenarios(one.getValue())
                                                .equals(withoutScenarios(rules.get(one.getKey()))));
    }

    private static String withoutScenarios(Sources sources) {
        Map<String, byte[]> files = new HashMap<>(sources.files());
        files.remove(RuleSetLoader.SCENARIOS);
        return new Sources(files).hash();
    }

    /** Notes that the draft is other than it was, but not in what is tried. */
    public void contentIs(long id, String contentHash) {
        inOne(
                () -> {
                    records.contentIs(id, contentHash);
                    return true;
                });
    }

    /** Gives a simulation back, for another runner to go on with after a pause. */
    public void release(long id, String runner, Duration pause) {
        inOne(
                () -> {
                    records.release(id, runner, clock.instant().plus(pause));
                    return true;
                });
    }

    private <T> T inOne(Supplier<T> work) {
        return retrying.call(() -> transaction.execute(status -> work.get()));
    }
}
