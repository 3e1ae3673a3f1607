package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tries rules that do not serve on recorded questions. */
@Component
public class Trials {

    private final Map<String, Decision<?, ?>> decisions = new TreeMap<>();
    private final FactsJson json = new FactsJson();

    Trials(List<DecisionCatalog> catalogs) {
        catalogs.stream()
                .flatMap(catalog -> catalog.decisions().stream())
                .forEach(decision -> decisions.put(decision.name(), decision));
    }

    /**
     * What became of files that were to be tried.
     *
     * @param trial to be closed by whoever gets it; empty where the files cannot be tried
     * @param problems what is wrong, and warnings
     */
    public record Opened(Optional<Trial> trial, List<Finding> problems) {}

    /** The names of the decisions of the house. */
    public Set<String> decisions() {
        return Collections.unmodifiableSet(decisions.keySet());
    }

    /** The decision of this name. */
    public Optional<Decision<?, ?>> decision(String name) {
        return Optional.ofNullable(decisions.get(name));
    }

    /** What of the answers of a decision is added up. */
    public List<Measure> measures(String decision) {
        return decision(decision).map(one -> Measure.of(one.resultType())).orElse(List.of());
    }

    /** What is wrong with files, without compiling them. */
    public List<Finding> check(String decision, Sources sources) {
        return RuleSetLoader.check(named(decision), sources).problems();
    }

    /** Compiles files, to ask them. */
    public Opened open(String decision, Sources sources) {
        return open(named(decision), sources);
    }

    private <R extends Record> Opened open(Decision<?, R> decision, Sources sources) {
        var loaded = RuleSetLoader.load(decision, sources);
        return new Opened(loaded.rules().map(rules -> new Trial(rules, json)), loaded.problems());
    }

    private Decision<?, ?> named(String name) {
        return Objects.requireNonNull(decisions.get(name), () -> "No decision is named " + name);
    }
}
