package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.load.RuleCompiler;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.RuleSetLoader.Loaded;
import dev.innkeeper.decision.load.Sources;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the rules of the live release, compiled. It loads them beside the start of the program and
 * has them ready before the first request. Whoever asks gets the rules of the release that is live
 * in the transaction; all questions of one transaction are answered by one release.
 */
final class RuleKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RuleKeeper.class);

    private final LiveRules live;
    private final Map<String, Decision<?, ?>> decisions = new TreeMap<>();
    private final Compiled compiled = new Compiled();
    private final ExecutorService loader =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var thread = new Thread(work, "rules-loader");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Future<?> firstLoad;
    private volatile Served served = Served.NONE;
    private volatile boolean running;

    RuleKeeper(List<DecisionCatalog> catalogs, LiveRules live) {
        this.live = live;
        for (DecisionCatalog catalog : catalogs) {
            for (Decision<?, ?> decision : catalog.decisions()) {
                if (decisions.put(decision.name(), decision) != null) {
                    throw new IllegalStateException("Two decisions are named " + decision.name());
                }
            }
        }
        // here, on the main thread: the engine remembers who first touched it
        RuleCompiler.get();
        this.firstLoad =
                loader.submit(
                        () -> {
                            live.open();
                            takeLive().compiled();
                        });
    }

    /** Every decision, by name. */
    Map<String, Decision<?, ?>> decisions() {
        return Collections.unmodifiableMap(decisions);
    }

    /**
     * The rules of a decision in the live release.
     *
     * @throws DecisionFailed when there are none
     */
    @SuppressWarnings("unchecked")
    <R extends Record> RuleSet<R> rules(Decision<?, R> decision) {
        var known = decisions.get(decision.name());
        if (known == null || !known.resultType().equals(decision.resultType())) {
            throw new DecisionFailed(
                    "The decision %s is in no catalog. Declare it in the DecisionCatalog of its feature."
                            .formatted(decision.name()));
        }
        return (RuleSet<R>)
                served().rules(decision.name())
                        .orElseThrow(
                                () ->
                                        new DecisionFailed(
                                                "No rules serve %s. Publish some that pass the checks."
                                                        .formatted(decision.name())));
    }

    /** Compiles rules and keeps them ready, for those that may soon be live. */
    <R extends Record> Loaded<R> tryOut(Decision<?, R> decision, Sources sources) {
        var serving = served.slots().get(decision.name());
        if (serving != null && serving.hash().equals(sources.hash())) {
            return new Loaded<>(
                    Optional.of(rules(decision)),
                    RuleSetLoader.check(decision, sources).problems());
        }
        return compiled.load(decision, sources);
    }

    /** The files of a decision as they were at any time. */
    Optional<Sources> sources(String decision, String hash) {
        return live.sources(decision, hash);
    }

    /** What serves: within a transaction always the same. */
    Served served() {
        await();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return current();
        }
        var holder = (Holder) TransactionSynchronizationManager.getResource(this);
        if (holder == null) {
            holder = new Holder(current());
            TransactionSynchronizationManager.bindResource(this, holder);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<Holder, RuleKeeper>(holder, this) {});
        }
        return holder.served;
    }

    private static final class Holder extends ResourceHolderSupport {

        private final Served served;

        Holder(Served served) {
            this.served = served;
        }
    }

    /** What is live now. */
    Served current() {
        var now = served;
        return now.stamp().equals(live.stamp()) ? now : takeLive();
    }

    private synchronized Served takeLive() {
        var before = served;
        // asked again within the lock, so that what serves never goes back
        var stamp = live.stamp();
        if (before.stamp().equals(stamp)) {
            return before;
        }
        var slots = new HashMap<String, Slot>();
        live.hashes(stamp.number())
                .forEach(
                        (name, hash) -> {
                            var decision = decisions.get(name);
                            if (decision != null) {
                                slots.put(name, slot(before.slots().get(name), decision, hash));
                            }
                        });
        served = new Served(stamp, Map.copyOf(slots));
        before.slots()
                .forEach(
                        (name, slot) -> {
                            if (slots.get(name) != slot) {
                                slot.rulesIfCompiled().ifPresent(compiled::replace);
                            }
                        });
        LOG.info("Release {} serves: rules of {} decisions", stamp.number(), slots.size());
        return served;
    }

    private Slot slot(@Nullable Slot before, Decision<?, ?> decision, String hash) {
        return before != null && before.hash().equals(hash)
                ? before
                : new Slot(hash, () -> compile(decision, hash));
    }

    private Optional<RuleSet<?>> compile(Decision<?, ?> decision, String hash) {
        var ready = compiled.take(decision.name(), hash);
        if (ready.isPresent()) {
            return ready;
        }
        var sources =
                live.sources(decision.name(), hash)
                        .orElseThrow(
                                () -> new IllegalStateException("No files of " + decision.name()));
        var loaded = compiled.loadAndTake(decision, sources);
        loaded.problems().stream()
                .filter(Finding::isError)
                .forEach(
                        problem ->
                                LOG.error(
                                        "Rules of {} cannot serve: {}", decision.name(), problem));
        return loaded.rules().map(rules -> rules);
    }

    /** Waits for the first rules; the web server starts after it. */
    @Override
    public void start() {
        await();
        decisions.keySet().stream()
                .filter(name -> served.rules(name).isEmpty())
                .forEach(
                        name ->
                                LOG.error(
                                        "No rules serve {}: questions fail until some are"
                                                + " published",
                                        name));
        running = true;
    }

    private void await() {
        try {
            firstLoad.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the rules were compiled", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The rules could not be loaded", e.getCause());
        }
    }

    @Override
    public void stop() {
        running = false;
        loader.shutdownNow();
        served.slots().values().forEach(slot -> slot.rulesIfCompiled().ifPresent(RuleSet::close));
        served = Served.NONE;
        compiled.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that asks questions. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
