package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.scenario.ScenarioRun;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One decision: the rules that serve it now, and what is wrong with the files that were saved last.
 *
 * @param <R> the type of the result
 */
final class Shelf<R extends Record> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final Decision<?, R> decision;
    private final Clock clock;
    private final AtomicReference<@Nullable RuleSet<R>> live = new AtomicReference<>();
    private volatile State state;

    Shelf(Decision<?, R> decision, Clock clock) {
        this.decision = decision;
        this.clock = clock;
        this.state = new State("", "", clock.instant(), false, List.of(), 0);
    }

    /**
     * How a decision stands.
     *
     * @param live the release that serves, empty where none does
     * @param saved the release of the files saved last
     * @param since when the files saved last were read
     * @param fellBack whether what serves was taken from the store because the folder was broken at
     *     start
     * @param problems what is wrong with the files saved last, scenarios included
     * @param scenarios how many scenarios were run
     */
    record State(
            String live,
            String saved,
            Instant since,
            boolean fellBack,
            List<Finding> problems,
            int scenarios) {

        boolean isBroken() {
            return problems.stream().anyMatch(Finding::isError);
        }
    }

    Decision<?, R> decision() {
        return decision;
    }

    State state() {
        return state;
    }

    Optional<RuleSet<R>> serving() {
        return Optional.ofNullable(live.get());
    }

    /** The rules that serve. */
    RuleSet<R> required() {
        var rules = live.get();
        if (rules == null) {
            String why = state.problems().isEmpty() ? "" : " " + state.problems().get(0);
            throw new DecisionFailed(
                    "No rules serve %s.%s Mend the files in its folder."
                            .formatted(decision.name(), why));
        }
        return rules;
    }

    /**
     * Takes files: they go live where nothing is wrong with them; otherwise what served goes on.
     *
     * @return whether they went live
     */
    synchronized boolean take(Sources sources) {
        if (sources.hash().equals(state.saved())) {
            return false;
        }
        var loaded = RuleSetLoader.load(decision, sources);
        var known = state.problems();
        var problems = new ArrayList<>(loaded.problems());
        if (loaded.rules().isEmpty()) {
            state =
                    new State(
                            state.live(),
                            sources.hash(),
                            clock.instant(),
                            state.fellBack(),
                            problems,
                            0);
            report(
                    state.live().isEmpty()
                            ? "NOT live"
                            : "NOT live, the last good rules keep serving",
                    problems,
                    known);
            return false;
        }
        var rules = loaded.rules().get();
        var run = ScenarioRun.of(rules);
        problems.addAll(run.problems());
        swap(rules);
        state =
                new State(
                        rules.release(),
                        rules.release(),
                        clock.instant(),
                        false,
                        List.copyOf(problems),
                        run.count());
        report("live, but look at this", problems, known);
        LOG.info(
                "Rules of {} are live: {} rules, {} scenarios, release {}",
                decision.name(),
                rules.rules().size(),
                run.count(),
                rules.release().substring(0, 12));
        return true;
    }

    /** Takes the last good release from the store because the folder is broken. */
    synchronized void fallBack(Sources sources) {
        var loaded = RuleSetLoader.load(decision, sources);
        loaded.rules()
                .ifPresent(
                        rules -> {
                            swap(rules);
                            state =
                                    new State(
                                            rules.release(),
                                            state.saved(),
                                            state.since(),
                                            true,
                                            state.problems(),
                                            0);
                            LOG.warn(
                                    "The folder of {} is broken; the last good release {} serves"
                                            + " instead",
                                    decision.name(),
                                    rules.release().substring(0, 12));
                        });
    }

    private void swap(RuleSet<R> rules) {
        var before = live.getAndSet(rules);
        if (before != null) {
            before.close();
        }
    }

    private void report(String what, List<Finding> problems, List<Finding> known) {
        for (Finding problem : problems) {
            if (known.contains(problem)) {
                LOG.debug("Rules of {} are still {}: {}", decision.name(), what, problem);
            } else if (problem.isError()) {
                LOG.error("Rules of {} are {}: {}", decision.name(), what, problem);
            } else {
                LOG.warn("Rules of {} are {}: {}", decision.name(), what, problem);
            }
        }
    }

    @Override
    public void close() {
        var rules = live.getAndSet(null);
        if (rules != null) {
            rules.close();
        }
    }
}
