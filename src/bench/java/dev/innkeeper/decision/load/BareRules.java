package dev.innkeeper.decision.load;

import org.kie.api.KieBase;

/**
 * Hands the benchmark the compiled rules of a rule set, without what the house puts around them.
 */
public final class BareRules {

    private BareRules() {}

    /** The compiled rules. */
    public static KieBase of(RuleSet<?> rules) {
        try {
            var compiled = RuleSet.class.getDeclaredField("compiled");
            compiled.setAccessible(true);
            return ((RuleCompiler.Compiled) compiled.get(rules)).base();
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
