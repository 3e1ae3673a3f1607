package dev.innkeeper.change.shadow;

import dev.innkeeper.change.Draft;
import dev.innkeeper.change.DraftDesk;
import dev.innkeeper.change.simulation.Kind;
import dev.innkeeper.change.simulation.Simulation;
import dev.innkeeper.change.simulation.SimulationProperties;
import dev.innkeeper.change.simulation.SimulationRun;
import dev.innkeeper.change.simulation.SimulationRuns;
import dev.innkeeper.change.simulation.Simulations;
import dev.innkeeper.change.simulation.State;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts new decisions to the drafts that run beside the live rules. A decision is looked at once it
 * is half a minute old: the transactions of its time are over by then, so that none is passed by.
 */
@Component
class ShadowWatch implements SmartLifecycle {

    static final Duration SETTLED = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ShadowWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String me = UUID.randomUUID().toString();
    private final Worker worker = Worker.behindOthers("shadows", Duration.ofSeconds(5));
    private final Simulations simulations;
    private final SimulationRuns runs;
    private final DraftDesk drafts;
    private final SimulationProperties properties;
    private final Clock clock;
    private final Map<Long, SimulationRun> followed = new HashMap<>();

    ShadowWatch(
            Simulations simulations,
            SimulationRuns runs,
            DraftDesk drafts,
            SimulationProperties properties,
            Clock clock) {
        this.simulations = simulations;
        this.runs = runs;
        this.drafts = drafts;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (properties.enabled()) {
            worker.every(EVERY, EVERY, this::quietly);
        }
    }

    private void quietly() {
        try {
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Shadows cannot be gone on with; tried again in a moment", e);
        }
    }

    /** Takes up the shadows that nobody follows, and goes on with all that this node follows. */
    synchronized void look() throws InterruptedException {
        Optional<Simulation> free = runs.take(Kind.SHADOW, me);
        while (free.isPresent()) {
            follow(free.get());
            free = runs.take(Kind.SHADOW, me);
        }
        for (SimulationRun run : List.copyOf(followed.values())) {
            goOn(run);
        }
    }

    private void follow(Simulation taken) {
        // it was this node's before, and slipped from it for a while
        leave(taken.id());
        try {
            followed.put(taken.id(), runs.open(taken, me));
        } catch (SimulationRuns.NotTried e) {
            runs.end(taken.id(), State.FAILED, e.getMessage());
        }
    }

    private void goOn(SimulationRun run) throws InterruptedException {
        try {
            var shadow = simulations.read(run.id());
            Instant until = clock.instant().minus(SETTLED);
            boolean over = !until.isBefore(shadow.to());
            run.goOn(over ? shadow.to() : until);
            if (over) {
                end(shadow, "");
            } else {
                lookAtDraft(shadow, until);
            }
        } catch (SimulationRun.Lost ended) {
            leave(run.id());
        } catch (InterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Shadow {} broke off and is gone on with", run.id(), e);
            leave(run.id());
            runs.release(run.id(), me, SETTLED);
        }
    }

    private void lookAtDraft(Simulation shadow, Instant until) {
        Draft.State state = drafts.find(shadow.draft()).state();
        if (state == Draft.State.PUBLISHED || state == Draft.State.WITHDRAWN) {
            end(
                    shadow,
                    state == Draft.State.PUBLISHED
                            ? "The draft is live now. | 草稿已上线。"
                            : "The draft was given up. | 草稿已撤回。");
            return;
        }
        String content = drafts.contentHash(shadow.draft());
        if (content.equals(shadow.contentHash())) {
            return;
        }
        if (runs.triesTheSame(shadow.id(), drafts.changed(shadow.draft()))) {
            runs.contentIs(shadow.id(), content);
            return;
        }
        end(shadow, "The draft was changed. | 草稿已更改。");
        try {
            simulations.shadow(
                    shadow.draft(),
                    until,
                    shadow.to(),
                    "Begun anew, since the draft was changed. What shadow %d counted before stands there. | 因草稿更改而重新开始，此前结果见影子运行%1$d。"
                            .formatted(shadow.id()),
                    shadow.startedBy());
        } catch (Refusal cannotBeTried) {
            LOG.info(
                    "Draft {} runs no more beside the live rules: {}",
                    shadow.draft(),
                    cannotBeTried.getMessage());
        }
    }

    private void end(Simulation shadow, String note) {
        runs.end(shadow.id(), State.DONE, note.isEmpty() ? shadow.note() : note);
        leave(shadow.id());
    }

    private void leave(long id) {
        SimulationRun run = followed.remove(id);
        if (run != null) {
            run.close();
        }
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        if (worker.stopNow()) {
            handBack();
        }
    }

    /** Another node goes on at once. */
    synchronized void handBack() {
        for (Long id : new ArrayList<>(followed.keySet())) {
            leave(id);
            runs.release(id, me, Duration.ZERO);
        }
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
