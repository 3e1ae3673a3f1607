package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Worker;
import java.time.Duration;
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
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Migrations migrations;
    private final MigrationRunner runner;
    private final boolean enabled;
    private final Worker worker = new Worker("migration", Duration.ofSeconds(20));
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
        worker.soon(this::work);
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
        if (enabled) {
            worker.start();
            worker.every(PAUSE, PAUSE, this::work);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
