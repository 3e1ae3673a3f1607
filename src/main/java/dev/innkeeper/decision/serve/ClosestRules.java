package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.analysis.NearMiss;
import dev.innkeeper.decision.analysis.NearMisses;
import java.util.List;

/** Works out, for a recorded answer, which rules of its release came near without firing. */
public final class ClosestRules {

    private final RuleKeeper keeper;
    private final FactsJson json = new FactsJson();

    ClosestRules(RuleKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * The rules that came closest, the closest first, at most five; none where the decision or its
     * facts are no longer what they were.
     */
    public List<NearMiss> to(DecisionRecord decided) {
        var decision = keeper.decisions().get(decided.name());
        var sources = keeper.sources(decided.name(), decided.release());
        if (decision == null || sources.isEmpty()) {
            return List.of();
        }
        try {
            return NearMisses.of(
                    decision,
                    sources.get(),
                    json.facts(decision, decided.facts()),
                    json.fired(decided.fired()).stream().map(Fired::rule).toList());
        } catch (DecisionFailed e) {
            return List.of();
        }
    }
}
