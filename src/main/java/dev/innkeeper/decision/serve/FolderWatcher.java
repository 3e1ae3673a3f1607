package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.load.RuleFolder;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which decision's files changed, once they have come to rest. It listens to the file system
 * and looks by itself at times as well, since network drives tell nothing.
 */
final class FolderWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
    private static final long REST_MILLIS = 100;
    private static final int MOST_RESTS = 10;

    private final RuleFolder folder;
    private final Collection<String> decisions;
    private final Duration poll;
    private final Consumer<String> changed;
    private final Map<String, String> fingerprints = new HashMap<>();
    private final Map<Path, Boolean> watched = new HashMap<>();
    private final Thread thread;
    private final @Nullable WatchService service;
    private volatile boolean closed;

    FolderWatcher(
            RuleFolder folder,
            Collection<String> decisions,
            Duration poll,
            Consumer<String> changed) {
        this.folder = folder;
        this.decisions = decisions;
        this.poll = poll;
        this.changed = changed;
        this.service = service();
        this.thread = new Thread(this::watch, "rules-watcher");
        thread.setDaemon(true);
    }

    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("The file system does not tell of changes; the rules are looked at regularly");
            return null;
        }
    }

    /** Starts; changes since the fingerprints were taken are told. */
    void start(Map<String, String> known) {
        fingerprints.putAll(known);
        thread.start();
    }

    private void watch() {
        try {
            while (!closed) {
                register();
                await(poll.toMillis());
                for (String decision : decisions) {
                    look(decision);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(String decision) throws InterruptedException {
        String now = folder.fingerprint(decision);
        if (now.equals(fingerprints.get(decision))) {
            return;
        }
        for (int i = 0; i < MOST_RESTS; i++) {
            await(REST_MILLIS);
            String then = folder.fingerprint(decision);
            if (then.equals(now)) {
                break;
            }
            now = then;
        }
        fingerprints.put(decision, now);
        try {
            changed.accept(decision);
        } catch (RuntimeException e) {
            fingerprints.remove(decision);
            LOG.error("The changed rules of {} could not be read; trying again", decision, e);
        }
    }

    private void await(long millis) throws InterruptedException {
        if (service == null) {
            TimeUnit.MILLISECONDS.sleep(millis);
            return;
        }
        var key = service.poll(millis, TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                watched.clear();
            }
            key = service.poll();
        }
    }

    private void register() {
        if (service == null) {
            return;
        }
        for (String decision : decisions) {
            Path path = folder.of(decision);
            if (!watched.containsKey(path) && Files.isDirectory(path)) {
                try {
                    path.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                    watched.put(path, true);
                } catch (IOException e) {
                    watched.put(path, false);
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (service != null) {
                service.close();
            }
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (IOException e) {
            LOG.debug("The watch service did not close", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
