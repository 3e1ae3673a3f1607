package dev.innkeeper.decision.analysis;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Finds what is wrong with rules that can be read but hardly mean what their author meant, tables
 * above all. What is surely wrong is an error, what is probably wrong a warning.
 */
public final class Analysis {

    private final List<ReadRule> rules;
    private final List<Finding> findings = new ArrayList<>();

    private Analysis(List<ReadRule> rules) {
        this.rules = rules;
    }

    /**
     * What is wrong with the rules in these files; nothing where they cannot be read, since {@link
     * RuleSetLoader#check} says why.
     */
    public static List<Finding> of(Decision<?, ?> decision, Sources sources) {
        var checked = RuleSetLoader.check(decision, sources);
        if (!checked.isClean()) {
            return List.of();
        }
        var analysis = new Analysis(checked.rules());
        analysis.refuseTwins();
        return List.copyOf(analysis.findings);
    }

    private void refuseTwins() {
        var known = new HashMap<String, ReadRule>();
        for (ReadRule rule : rules) {
            var twin = known.putIfAbsent(Wording.of(rule.demands()) + rule.calls(), rule);
            if (twin != null) {
                findings.add(
                        Finding.error(
                                rule.info().file(),
                                rule.info().place(),
                                "\"%s\" asks and says the same as \"%s\" (%s). Delete one, or change it. | “%1$s”与“%2$s”（%3$s）的条件和结论相同，请删除或修改其中一条。"
                                        .formatted(
                                                rule.info().name(),
                                                twin.info().name(),
                                                twin.info().where())));
            }
        }
    }
}
