package dev.innkeeper.decision.analysis;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is wrong with rules that can be read but hardly mean what their author meant, tables
 * above all. What is surely wrong is an error, what is probably wrong a warning.
 */
public final class Analysis {

    private Analysis() {}

    /**
     * What is wrong with the rules in these files; nothing where they cannot be read, since {@link
     * RuleSetLoader#check} says why.
     */
    public static List<Finding> of(Decision<?, ?> decision, Sources sources) {
        var checked = RuleSetLoader.check(decision, sources);
        if (!checked.isClean()) {
            return List.of();
        }
        var rows = checked.rules().stream().map(rule -> new Row(rule, Region.of(rule))).toList();
        var probe = new Probe(decision);
        var findings = new ArrayList<Finding>();
        findings.addAll(new ConstantConditions().in(rows));
        findings.addAll(new Quarrels(rows, probe).findings());
        var coverage = new Coverage(rows, probe);
        findings.addAll(coverage.findings());
        findings.addAll(new Bands(rows, probe, coverage.needed()).findings());
        return List.copyOf(findings);
    }
}
