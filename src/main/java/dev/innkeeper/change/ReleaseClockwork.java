package dev.innkeeper.change;

import dev.innkeeper.decision.serve.RuleBook;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks regularly whether another release is live, so that its rules are compiled before anybody
 * asks them, and makes approved drafts live whose time has come.
 */
@Component
class ReleaseClockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseClockwork.class);
    private static final long SECONDS_TO_END = 20;

    private final RuleBook rules;
    private final Nodes nodes;
    private final Publication publication;
    private final ChangeProperties properties;
    private @Nullable ScheduledExecutorService worker;

    ReleaseClockwork(
            RuleBook rules, Nodes nodes, Publication publication, ChangeProperties properties) {
        this.rules = rules;
        this.nodes = nodes;
        this.publication = publication;
        this.properties = properties;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        var running = worker;
        if (running != null) {
            long pause = properties.releasePoll().toMillis();
            running.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            nodes.tell(rules.refresh());
            publication.publishDue();
        } catch (RuntimeException e) {
            LOG.warn("The live release could not be looked at; trying again", e);
        }
    }

    @Override
    public void start() {
        worker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            var thread = new Thread(task, "release-clockwork");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public void stop() {
        var running = worker;
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
        var running = worker;
        return running != null && !running.isShutdown();
    }
}
