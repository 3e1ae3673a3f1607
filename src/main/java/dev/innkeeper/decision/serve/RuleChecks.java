package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.analysis.Analysis;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.scenario.ScenarioRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the files of a decision before they may go live. */
public final class RuleChecks {

    private final RuleKeeper keeper;

    RuleChecks(RuleKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * What the checks found.
     *
     * @param reading what the files may not say: syntax, words that are not allowed, unknown
     *     fields, wrong types, cells
     * @param tables what the rules as a whole get wrong: rows that quarrel, ranges with gaps; empty
     *     where the files could not be read
     * @param scenarios the examples that do not come out as expected; empty where the files could
     *     not be read
     * @param coverage the rules that no example tries; empty where the files could not be read
     * @param rules how many rules there are
     * @param examples how many examples were run
     */
    public record Report(
            List<Finding> reading,
            List<Finding> tables,
            List<Finding> scenarios,
            List<Finding> coverage,
            int rules,
            int examples) {

        /** Everything found. */
        public List<Finding> all() {
            return Stream.of(reading, tables, scenarios, coverage).flatMap(List::stream).toList();
        }
    }

    /**
     * Checks files, which are compiled and tried on their examples; what serves stays as it is.
     *
     * @return empty where there is no such decision
     */
    public Optional<Report> check(String name, Sources sources) {
        return Optional.ofNullable(keeper.decisions().get(name))
                .map(decision -> check(decision, sources));
    }

    private <R extends Record> Report check(Decision<?, R> decision, Sources sources) {
        var loaded = keeper.tryOut(decision, sources);
        if (loaded.rules().isEmpty()) {
            return new Report(loaded.problems(), List.of(), List.of(), List.of(), 0, 0);
        }
        var rules = loaded.rules().get();
        var run = ScenarioRun.of(rules);
        return new Report(
                loaded.problems(),
                Analysis.of(decision, sources),
                run.problems(),
                run.untried(),
                rules.rules().size(),
                run.count());
    }
}
