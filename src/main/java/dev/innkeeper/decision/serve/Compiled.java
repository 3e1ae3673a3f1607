package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.RuleSetLoader.Loaded;
import dev.innkeeper.decision.load.Sources;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that were compiled and do not serve: checked ones that are about to, so that going live
 * waits for no compiler, and replaced ones, which questions already asked still use for a moment.
 */
final class Compiled implements AutoCloseable {

    private static final int MOST_CHECKED = 24;
    private static final int MOST_REPLACED = 24;

    private final Map<String, RuleSet<?>> checked = new LinkedHashMap<>();
    private final Deque<RuleSet<?>> replaced = new ArrayDeque<>();

    /** Compiles, or gives what was compiled before of the same files. */
    synchronized <R extends Record> Loaded<R> load(Decision<?, R> decision, Sources sources) {
        var known = checked.get(key(decision.name(), sources.hash()));
        if (known != null) {
            return new Loaded<>(
                    Optional.of(sameType(decision, known)),
                    RuleSetLoader.check(decision, sources).problems());
        }
        var loaded = RuleSetLoader.load(decision, sources);
        loaded.rules().ifPresent(this::keep);
        return loaded;
    }

    private void keep(RuleSet<?> rules) {
        checked.put(key(rules.decision().name(), rules.release()), rules);
        if (checked.size() > MOST_CHECKED) {
            Iterator<RuleSet<?>> oldest = checked.values().iterator();
            replace(oldest.next());
            oldest.remove();
        }
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> RuleSet<R> sameType(
            Decision<?, R> decision, RuleSet<?> rules) {
        if (!rules.decision().resultType().equals(decision.resultType())) {
            throw new IllegalStateException("Two decisions are named " + decision.name());
        }
        return (RuleSet<R>) rules;
    }

    /** Hands over rules that serve from now on; who takes them closes them by {@link #replace}. */
    synchronized Optional<RuleSet<?>> take(String decision, String hash) {
        return Optional.ofNullable(checked.remove(key(decision, hash)));
    }

    /** Compiles where need be and hands over, so that nobody else can take them in between. */
    synchronized <R extends Record> Loaded<R> loadAndTake(
            Decision<?, R> decision, Sources sources) {
        var loaded = load(decision, sources);
        checked.remove(key(decision.name(), sources.hash()));
        return loaded;
    }

    /** Takes back rules that serve no more. The longest replaced are closed. */
    synchronized void replace(RuleSet<?> rules) {
        replaced.add(rules);
        if (replaced.size() > MOST_REPLACED) {
            replaced.remove().close();
        }
    }

    private static String key(String decision, String hash) {
        return decision + '/' + hash;
    }

    @Override
    public synchronized void close() {
        List.copyOf(checked.values()).forEach(RuleSet::close);
        checked.clear();
        replaced.forEach(RuleSet::close);
        replaced.clear();
    }
}
