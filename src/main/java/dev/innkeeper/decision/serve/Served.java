package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.load.RuleSet;
import java.util.Map;

/**
 * All the rules of one release. A transaction keeps to the one that it met first.
 *
 * @param stamp which release
 * @param rules the rules of each decision that has any, by its name
 */
record Served(LiveRules.Stamp stamp, Map<String, RuleSet<?>> rules) {

    static final Served NONE = new Served(LiveRules.Stamp.NONE, Map.of());

    boolean has(RuleSet<?> set) {
        return rules.get(set.decision().name()) == set;
    }
}
