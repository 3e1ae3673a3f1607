package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.load.RuleSet;
import java.util.Map;
import java.util.Optional;

/**
 * All the rules of one release. A transaction keeps to the one that it met first.
 *
 * @param stamp which release
 * @param slots the rules of each decision that has any, by its name
 */
record Served(LiveRules.Stamp stamp, Map<String, Slot> slots) {

    static final Served NONE = new Served(LiveRules.Stamp.NONE, Map.of());

    /** The rules of a decision; empty where there are none that compile. */
    Optional<RuleSet<?>> rules(String decision) {
        return Optional.ofNullable(slots.get(decision)).flatMap(Slot::rules);
    }

    /** Compiles what is not compiled yet. */
    Served compiled() {
        slots.values().forEach(Slot::rules);
        return this;
    }
}
