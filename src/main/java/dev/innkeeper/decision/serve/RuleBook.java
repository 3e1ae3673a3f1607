package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.gate.RuleInfo;
import dev.innkeeper.decision.gate.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How every decision stands: its rules, the release that serves, what is wrong with what was saved
 * last.
 */
public final class RuleBook {

    private final RuleKeeper keeper;

    RuleBook(RuleKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * A decision as it stands.
     *
     * @param name {@code feature/decision}
     * @param release the release that serves, or empty
     * @param saved the release of the files saved last
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

    /** Every decision, by name. */
    public List<Standing> all() {
        return keeper.shelves().stream().map(RuleBook::standing).toList();
    }

    /** A decision. */
    public Optional<Standing> find(String name) {
        return keeper.shelves().stream()
                .filter(shelf -> shelf.decision().name().equals(name))
                .findFirst()
                .map(RuleBook::standing);
    }

    /** The facts, fields, choices and calls of a decision. */
    public Optional<Vocabulary> vocabulary(String name) {
        return keeper.shelves().stream()
                .filter(shelf -> shelf.decision().name().equals(name))
                .findFirst()
                .map(shelf -> new Vocabulary(shelf.decision()));
    }

    private static Standing standing(Shelf<?> shelf) {
        var state = shelf.state();
        return new Standing(
                shelf.decision().name(),
                state.live(),
                state.saved(),
                state.since(),
                state.isBroken() && !state.live().isEmpty(),
                state.problems(),
                state.scenarios(),
                shelf.serving().map(rules -> rules.rules()).orElse(List.of()));
    }
}
