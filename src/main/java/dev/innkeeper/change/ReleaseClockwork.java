package dev.innkeeper.change;

import dev.innkeeper.common.Worker;
import dev.innkeeper.decision.serve.RuleBook;
import java.time.Duration;
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

    private final RuleBook rules;
    private final Nodes nodes;
    private final Publication publication;
    private final ChangeProperties properties;
    private final Worker worker = new Worker("release-clockwork", Duration.ofSeconds(20));

    ReleaseClockwork(
            RuleBook rules, Nodes nodes, Publication publication, ChangeProperties properties) {
        this.rules = rules;
        this.nodes = nodes;
        this.publication = publication;
        this.properties = properties;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        worker.every(Duration.ZERO, properties.releasePoll(), this::look);
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
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
