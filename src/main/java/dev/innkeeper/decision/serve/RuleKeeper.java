package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.load.RuleCompiler;
import dev.innkeeper.decision.load.RuleFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the rules of all decisions: loads them beside the start of the program, has them ready
 * before the first request, and takes up what is saved.
 */
final class RuleKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RuleKeeper.class);

    private final RuleFolder folder;
    private final Releases releases;
    private final Duration poll;
    private final Map<String, Shelf<?>> shelves = new TreeMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private final ExecutorService loader =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var thread = new Thread(work, "rules-loader");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Future<?> firstLoad;
    private final FolderWatcher watcher;
    private volatile boolean running;

    RuleKeeper(
            List<DecisionCatalog> catalogs,
            RuleFolder folder,
            Releases releases,
            Clock clock,
            Duration poll) {
        this.folder = folder;
        this.releases = releases;
        this.poll = poll;
        for (DecisionCatalog catalog : catalogs) {
            for (Decision<?, ?> decision : catalog.decisions()) {
                if (shelves.put(decision.name(), new Shelf<>(decision, clock)) != null) {
                    throw new IllegalStateException("Two decisions are named " + decision.name());
                }
            }
        }
        // here, on the main thread: the engine remembers who first touched it
        RuleCompiler.get();
        this.watcher = watcher();
        this.firstLoad = loader.submit(this::loadAll);
    }

    private FolderWatcher watcher() {
        return new FolderWatcher(
                folder, Collections.unmodifiableSet(shelves.keySet()), poll, this::reload);
    }

    private void loadAll() {
        shelves.forEach(
                (name, shelf) -> {
                    fingerprints.put(name, folder.fingerprint(name));
                    shelf.take(folder.read(name));
                });
    }

    /** Every decision, by name. */
    Collection<Shelf<?>> shelves() {
        return Collections.unmodifiableCollection(shelves.values());
    }

    /** The shelf of a decision, once the rules have been loaded for the first time. */
    @SuppressWarnings("unchecked")
    <R extends Record> Shelf<R> shelf(Decision<?, R> decision) {
        await();
        var shelf = shelves.get(decision.name());
        if (shelf == null || !shelf.decision().resultType().equals(decision.resultType())) {
            throw new DecisionFailed(
                    "The decision %s is in no catalog. Declare it in the DecisionCatalog of its feature."
                            .formatted(decision.name()));
        }
        return (Shelf<R>) shelf;
    }

    /** Where the rules come from. */
    RuleFolder folder() {
        return folder;
    }

    private void reload(String decision) {
        var shelf = shelves.get(decision);
        if (shelf.take(folder.read(decision))) {
            releases.served(decision, shelf.required().sources());
        }
    }

    /** Waits for the first rules; the web server starts after it. */
    @Override
    public void start() {
        await();
        shelves.forEach(
                (name, shelf) -> {
                    if (shelf.serving().isEmpty()) {
                        releases.last(name).ifPresent(shelf::fallBack);
                    }
                    if (shelf.serving().isPresent()) {
                        releases.served(name, shelf.required().sources());
                    } else {
                        LOG.error(
                                "No rules serve {}: questions fail until its folder is mended",
                                name);
                    }
                });
        LOG.info("Rules of {} decisions serve from {}", shelves.size(), folder);
        if (folder.isOnDisk()) {
            watcher.start(fingerprints);
        }
        running = true;
    }

    private void await() {
        try {
            firstLoad.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the rules were compiled", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("The rules could not be loaded", e.getCause());
        }
    }

    @Override
    public void stop() {
        running = false;
        watcher.close();
        loader.shutdownNow();
        shelves.values().forEach(Shelf::close);
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
