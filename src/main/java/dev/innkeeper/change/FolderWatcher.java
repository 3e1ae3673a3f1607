package dev.innkeeper.change;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Tells in which folders files changed, once they have come to rest. It listens to the file system
 * and looks by itself at times as well, since network drives tell nothing.
 */
final class FolderWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
    private static final long REST_MILLIS = 100;
    private static final int MOST_RESTS = 10;

    private final Workplace workplace;
    private final Duration poll;
    private final Consumer<Unit> changed;
    private final Map<Unit, String> fingerprints = new HashMap<>();
    private final Map<Path, Boolean> watched = new HashMap<>();
    private final Thread thread;
    private final @Nullable WatchService service;
    private volatile boolean closed;

    FolderWatcher(Workplace workplace, Duration poll, Consumer<Unit> changed) {
        this.workplace = workplace;
        this.poll = poll;
        this.changed = changed;
        this.service = service();
        this.thread = new Thread(this::watch, "folder-watcher");
        thread.setDaemon(true);
    }

    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info(
                    "The file system does not tell of changes; the folders are looked at"
                            + " regularly");
            return null;
        }
    }

    /** Starts; every folder counts as changed at first. */
    void start() {
        thread.start();
    }

    private void watch() {
        try {
            while (!closed) {
                lookAtAll();
                await(poll.toMillis());
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtAll() throws InterruptedException {
        try {
            var units = workplace.units().stream().filter(workplace::isOnDisk).toList();
            register(units);
            for (Unit unit : units) {
                look(unit);
            }
        } catch (UncheckedIOException e) {
            LOG.warn("The folders could not be looked at; trying again", e);
        }
    }

    private void look(Unit unit) throws InterruptedException {
        String now = workplace.fingerprint(unit);
        var before = fingerprints.get(unit);
        if (now.equals(before)) {
            return;
        }
        for (int i = 0; before != null && i < MOST_RESTS; i++) {
            await(REST_MILLIS);
            String then = workplace.fingerprint(unit);
            if (then.equals(now)) {
                break;
            }
            now = then;
        }
        fingerprints.put(unit, now);
        try {
            changed.accept(unit);
        } catch (RuntimeException e) {
            fingerprints.put(unit, "");
            LOG.error("What changed in {} could not be taken; trying again", unit, e);
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

    private void register(Collection<Unit> units) {
        if (service == null) {
            return;
        }
        for (Unit unit : units) {
            Path path = workplace.path(unit);
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
            if (thread.isAlive()) {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (IOException e) {
            LOG.debug("The watch service did not close", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
