package dev.innkeeper.customer.imports;

import dev.innkeeper.common.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on the files that wait, the oldest first and one at a time among all nodes: soon after one
 * came in, and at intervals on what another node left.
 */
@Component
public class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final Imports imports;
    private final ImportRunner runner;
    private final TransactionTemplate transaction;
    private final ImportProperties properties;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final Worker worker = new Worker("import", Duration.ofSeconds(20));
    private volatile boolean stopping;

    ImportWorker(
            Imports imports,
            ImportRunner runner,
            TransactionTemplate transaction,
            ImportProperties properties,
            Clock clock) {
        this.imports = imports;
        this.runner = runner;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void received(ImportReceived file) {
        worker.soon(this::quietly);
    }

    /** Works on what waits until nothing does; answers how many rows were read. */
    public long work() {
        long rows = 0;
        while (!stopping) {
            Optional<Imports.Job> job = claim();
            if (job.isEmpty()) {
                break;
            }
            try {
                rows += runner.run(job.get(), node, () -> stopping);
            } finally {
                imports.release(job.get().number(), node);
            }
        }
        return rows;
    }

    private Optional<Imports.Job> claim() {
        Instant now = clock.instant();
        return Objects.requireNonNull(
                transaction.execute(
                        status -> imports.claim(node, now, now.plus(properties.lease()))));
    }

    /** Forgets files that are over for long, and those that never came in whole. */
    void tidy() {
        Instant now = clock.instant();
        imports.keptSince(now.minus(properties.keep())).forEach(imports::deletePieces);
        imports.brokenOff(now.minus(LONGEST_UPLOAD)).forEach(imports::forget);
    }

    private void quietly() {
        try {
            work();
            tidy();
        } catch (RuntimeException e) {
            LOG.warn("An import broke off and is gone on with: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        stopping = false;
        if (properties.enabled()) {
            worker.start();
            worker.every(properties.poll(), properties.poll(), this::quietly);
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
