package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.gate.RuleInfo;
import dev.innkeeper.decision.gate.Vocabulary;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.scenario.ScenarioRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How every decision stands: its rules, the release that serves, what is wrong with what was saved
 * last in the folder of the rules.
 */
public final class RuleBook {

    private final RuleKeeper keeper;
    private final Map<String, Saved> saved = new ConcurrentHashMap<>();
    private final Map<String, Integer> examples = new ConcurrentHashMap<>();

    RuleBook(RuleKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * The files of a decision as they were last read from the folder.
     *
     * @param hash of the files
     * @param since when they were read
     * @param findings what is wrong with them, scenarios included
     * @param scenarios how many scenarios were run
     */
    public record Saved(String hash, Instant since, List<Finding> findings, int scenarios) {}

    /**
     * A decision as it stands.
     *
     * @param name {@code feature/decision}
     * @param release the hash of the files that serve, or empty
     * @param saved the hash of the files saved last
     * @param since when those were read
     * @param lastGoodServes whether the files saved last are broken, so that earlier ones serve
     * @param problems what is wrong with the files saved last, scenarios included
     * @param scenarios how many scenarios were run
     * @param rules the rules that serve
     */
    public record Standing(
            String name,
            String release,
            String saved,
            Instant since,
            boolean lastGoodServes,
            List<Finding> problems,
            int scenarios,
            List<RuleInfo> rules) {}

    /** Notes what was read from the folder of a decision. */
    public void saved(String decision, Saved read) {
        saved.put(decision, read);
    }

    /** The names of all decisions. */
    public Set<String> names() {
        return keeper.decisions().keySet();
    }

    /**
     * Makes sure that this node has the rules of the live release compiled, and tells its number.
     */
    public long refresh() {
        return keeper.current().compiled().stamp().number();
    }

    /** Every decision, by name. */
    public List<Standing> all() {
        return names().stream().map(this::standing).toList();
    }

    /** A decision. */
    public Optional<Standing> find(String name) {
        return names().contains(name) ? Optional.of(standing(name)) : Optional.empty();
    }

    /** The facts, fields, choices and calls of a decision. */
    public Optional<Vocabulary> vocabulary(String name) {
        return Optional.ofNullable(keeper.decisions().get(name)).map(Vocabulary::new);
    }

    private Standing standing(String name) {
        Optional<RuleSet<?>> rules = keeper.served().rules(name);
        String release = rules.map(RuleSet::release).orElse("");
        var read =
                Optional.ofNullable(saved.get(name))
                        .orElseGet(
                                () ->
                                        new Saved(
                                                release,
                                                Instant.EPOCH,
                                                List.of(),
                                                rules.map(this::examples).orElse(0)));
        boolean broken = read.findings().stream().anyMatch(Finding::isError);
        return new Standing(
                name,
                release,
                read.hash(),
                read.since(),
                broken && rules.isPresent(),
                read.findings(),
                read.scenarios(),
                rules.map(RuleSet::rules).orElse(List.of()));
    }

    private int examples(RuleSet<?> rules) {
        return examples.computeIfAbsent(rules.release(), hash -> ScenarioRun.count(rules));
    }
}
