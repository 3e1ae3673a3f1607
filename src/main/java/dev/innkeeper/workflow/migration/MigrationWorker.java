package dev.innkeeper.workflow.migration;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Moves the cases that wait, at once where somebody asked here, and at intervals what other nodes
 * began or left. It works where the engine's jobs do.
 */
@Component
class MigrationWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationWorker.class);
    private static final long EVERY_SECONDS = 10;
    private static final long SECONDS_TO_END = 20;

    private final Migrations migrations;
    private final MigrationRunner runner;
    private final boolean enabled;
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean stopping;

    MigrationWorker(
            Migrations migrations,
            MigrationRunner runner,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean enabled) {
        this.migrations = migrations;
        this.runner = runner;
        this.enabled = enabled;
    }

    @TransactionalEventListener
    void started(MigrationStarted migration) {
        ScheduledExecutorService running = thread;
        if (running != null && !running.isShutdown()) {
            running.execute(this::work);
        }
    }

    /** Moves every case that waits, the oldest migration first. */
    void work() {
        try {
            migrations.running().forEach(this::move);
        } catch (RuntimeException e) {
            LOG.warn("Moving cases is gone on with later: {}", e.toString());
        }
    }

    private void move(long id) {
        if (stopping) {
            return;
        }
        try {
            runner.run(id, () -> stopping);
        } catch (RuntimeException e) {
            LOG.warn("Migration {} broke off and is gone on with later", id, e);
        }
    }

    @Override
    public void start() {
        stopping = false;
        if (!enabled) {
            return;
        }
        ScheduledExecutorService worker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread mover = new Thread(task, "migration");
                            mover.setDaemon(true);
                            return mover;
                        });
        worker.scheduleWithFixedDelay(this::work, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        thread = worker;
    }

    @Override
    public void stop() {
        stopping = true;
        ScheduledExecutorService running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
