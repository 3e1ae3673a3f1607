package dev.innkeeper.change.simulation;

import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.DecisionRecords;
import dev.innkeeper.decision.serve.Trial;
import dev.innkeeper.decision.serve.Tried;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A simulation in the hands of a runner: reads recorded decisions page by page, asks the draft on
 * several threads while the next page is read, and keeps what came of it at most once a second. One
 * thread at a time drives it.
 */
public final class SimulationRun implements AutoCloseable {

    private static final int PAGE = 1000;
    private static final int CHUNK = 50;
    private static final long NANOS_BETWEEN_SAVES = 1_000_000_000L;
    private static final int MOST_UNSAVED = 2000;

    /** Of so many differences of a decision the explanation is kept; later ones are listed. */
    static final int MOST_EXPLAINED = 20_000;

    private final long id;
    private final String runner;
    private final Map<String, Progress> decisions = new LinkedHashMap<>();
    private final DecisionRecords records;
    private final SimulationRuns runs;
    private final SimulationPool pool;
    private final List<Difference> unsaved = new ArrayList<>();
    private long savedAt = System.nanoTime();

    SimulationRun(
            Simulation simulation,
            String runner,
            Map<String, Trial> trials,
            DecisionRecords records,
            SimulationRuns runs,
            SimulationPool pool) {
        this.id = simulation.id();
        this.runner = runner;
        this.records = records;
        this.runs = runs;
        this.pool = pool;
        simulation
                .decisions()
                .forEach(
                        one ->
                                decisions.put(
                                        one.name(), new Progress(one, trials.get(one.name()))));
    }

    /** The simulation was ended, or is another runner's by now. */
    public static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super(null, null, false, false);
        }
    }

    /** How far one decision is. */
    private static final class Progress {

        private final SimulatedDecision begun;
        private final Trial trial;
        private final FiguresCollector figures;
        private DecisionRecords.Position position;
        private long looked;
        private long changed;
        private long failed;
        private long erased;
        private boolean dirty;
        private List<DecisionRecord> ahead = List.of();

        Progress(SimulatedDecision begun, Trial trial) {
            this.begun = begun;
            this.trial = trial;
            this.figures = new FiguresCollector(trial.measures(), begun.figures());
            this.position = begun.position();
            this.looked = begun.looked();
            this.changed = begun.changed();
            this.failed = begun.failed();
            this.erased = begun.erased();
        }

        SimulatedDecision now() {
            return new SimulatedDecision(
                    begun.name(),
                    begun.release(),
                    position,
                    begun.total(),
                    looked,
                    changed,
                    failed,
                    erased,
                    figures.figures());
        }
    }

    /**
     * Looks at all records that follow, and keeps what came of it.
     *
     * @param until only at decisions made before it
     * @return how many records were looked at
     */
    public long goOn(Instant until) throws InterruptedException {
        long before = looked();
        boolean more = true;
        while (more) {
            more = page(until);
        }
        save();
        return looked() - before;
    }

    /** Looks at one page of one decision; false where none is left. */
    boolean page(Instant until) throws InterruptedException {
        for (Progress decision : decisions.values()) {
            var page = decision.ahead.isEmpty() ? next(decision, until) : decision.ahead;
            if (!page.isEmpty()) {
                ask(decision, page, until);
                return true;
            }
        }
        return false;
    }

    private long looked() {
        return decisions.values().stream().mapToLong(one -> one.looked).sum();
    }

    private List<DecisionRecord> next(Progress decision, Instant until) {
        return records.after(decision.begun.name(), decision.position, until, PAGE);
    }

    private void ask(Progress decision, List<DecisionRecord> page, Instant until)
            throws InterruptedException {
        List<Future<List<Tried>>> asked = new ArrayList<>();
        for (int i = 0; i < page.size(); i += CHUNK) {
            var chunk = page.subList(i, Math.min(i + CHUNK, page.size()));
            asked.add(
                    pool.threads().submit(() -> chunk.stream().map(decision.trial::ask).toList()));
        }
        var last = page.get(page.size() - 1);
        var reached = new DecisionRecords.Position(last.decidedAt(), last.id());
        decision.ahead =
                page.size() < PAGE
                        ? List.of()
                        : records.after(decision.begun.name(), reached, until, PAGE);
        int n = 0;
        for (Future<List<Tried>> chunk : asked) {
            for (Tried tried : of(chunk)) {
                note(decision, page.get(n++), tried);
            }
        }
        decision.position = reached;
        decision.dirty = true;
        if (unsaved.size() >= MOST_UNSAVED || System.nanoTime() - savedAt >= NANOS_BETWEEN_SAVES) {
            save();
        }
    }

    private static <T> T of(Future<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void note(Progress decision, DecisionRecord decided, Tried tried) {
        decision.looked++;
        if (tried.erased()) {
            decision.erased++;
            return;
        }
        decision.figures.add(decided, tried);
        if (tried.failed()) {
            decision.failed++;
        } else if (tried.differs()) {
            decision.changed++;
        } else {
            return;
        }
        var difference =
                new Difference(
                        decided.id(),
                        decided.caseNumber(),
                        decided.name(),
                        decided.headline(),
                        tried.headline(),
                        tried.problem(),
                        tried.changes(),
                        tried.result(),
                        tried.fired());
        unsaved.add(decision.changed <= MOST_EXPLAINED ? difference : difference.unexplained());
    }

    /**
     * Keeps what was done since it was kept last, and tells that the runner is still there.
     *
     * @throws Lost where the simulation is over or another runner's; what was done since is left
     *     out
     */
    void save() {
        var further =
                decisions.values().stream().filter(one -> one.dirty).map(Progress::now).toList();
        if (!runs.save(id, runner, further, unsaved)) {
            throw new Lost();
        }
        decisions.values().forEach(one -> one.dirty = false);
        unsaved.clear();
        savedAt = System.nanoTime();
    }

    /** The id of the simulation. */
    public long id() {
        return id;
    }

    @Override
    public void close() {
        decisions.values().forEach(one -> one.trial.close());
    }
}
