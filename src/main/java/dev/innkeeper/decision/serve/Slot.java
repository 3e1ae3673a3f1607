package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.load.RuleSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one decision in a release. They are compiled by whoever needs them first, and only
 * who needs them waits for it.
 */
final class Slot {

    private final String hash;
    private final Supplier<Optional<RuleSet<?>>> compiling;
    private @Nullable Optional<RuleSet<?>> compiled;

    Slot(String hash, Supplier<Optional<RuleSet<?>>> compiling) {
        this.hash = hash;
        this.compiling = compiling;
    }

    /** The hash of the files. */
    String hash() {
        return hash;
    }

    /** The rules; empty where they do not compile. */
    synchronized Optional<RuleSet<?>> rules() {
        var known = compiled;
        if (known == null) {
            known = compiling.get();
            compiled = known;
        }
        return known;
    }

    /** The rules if they were needed already. */
    synchronized Optional<RuleSet<?>> rulesIfCompiled() {
        var known = compiled;
        return known == null ? Optional.empty() : known;
    }
}
