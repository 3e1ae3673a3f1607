package dev.innkeeper.decision;

import java.util.List;

/**
 * The decisions that a feature asks. A feature declares one bean of this type, so that its rules
 * are loaded at start.
 *
 * @param decisions the decisions of the feature, each once
 */
public record DecisionCatalog(List<Decision<?, ?>> decisions) {

    /** Copies the list. */
    public DecisionCatalog {
        decisions = List.copyOf(decisions);
    }

    /** The catalog of these decisions. */
    public static DecisionCatalog of(Decision<?, ?>... decisions) {
        return new DecisionCatalog(List.of(decisions));
    }
}
