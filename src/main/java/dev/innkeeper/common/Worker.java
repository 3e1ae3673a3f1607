package dev.innkeeper.common;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread of its own for work beside the requests, which does one thing after the other and does
 * not keep the program from ending.
 */
public final class Worker {

    private final String name;
    private final Duration patience;
    private final int priority;
    private volatile @Nullable ScheduledExecutorService thread;

    /**
     * A worker that does not run yet.
     *
     * @param name of its thread
     * @param patience how long it may take to end what it is at, before it is interrupted
     */
    public Worker(String name, Duration patience) {
        this(name, patience, Thread.NORM_PRIORITY);
    }

    private Worker(String name, Duration patience, int priority) {
        this.name = name;
        this.patience = patience;
        this.priority = priority;
    }

    /** A worker likewise, behind everything else that the processors have to do. */
    public static Worker behindOthers(String name, Duration patience) {
        return new Worker(name, patience, Thread.MIN_PRIORITY);
    }

    /** Runs from now on. */
    public void start() {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            var made = new Thread(work, name);
                            made.setDaemon(true);
                            made.setPriority(priority);
                            return made;
                        });
    }

    /** Does something as soon as it can; nothing where it does not run. */
    public void soon(Runnable work) {
        var running = thread;
        if (running != null && !running.isShutdown()) {
            running.execute(work);
        }
    }

    /**
     * Does something again and again; nothing where it does not run.
     *
     * @param first how long until the first time
     * @param pause how long after the end of one time until the next
     * @param work what to do, which catches what it throws: else it is not done again
     */
    public void every(Duration first, Duration pause, Runnable work) {
        var running = thread;
        if (running != null && !running.isShutdown()) {
            running.scheduleWithFixedDelay(
                    work, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends, after what it is at. */
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends, interrupting what it is at.
     *
     * @return whether it ended within its patience
     */
    public boolean stopNow() {
        var running = thread;
        thread = null;
        if (running == null) {
            return true;
        }
        running.shutdownNow();
        try {
            return running.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return thread != null;
    }
}
