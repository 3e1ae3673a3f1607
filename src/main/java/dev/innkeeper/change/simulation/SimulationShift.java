package dev.innkeeper.change.simulation;

import dev.innkeeper.common.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works on the simulations that wait, one after the other, and on those that a node left behind
 * which is no more.
 */
@Component
public class SimulationShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationShift.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final String me = UUID.randomUUID().toString();
    private final Worker worker = Worker.behindOthers("simulations", Duration.ofSeconds(5));
    private final SimulationRuns runs;
    private final SimulationProperties properties;

    SimulationShift(SimulationRuns runs, SimulationProperties properties) {
        this.runs = runs;
        this.properties = properties;
    }

    /** Begins at once with what waits, where this node takes part. */
    public void wake() {
        if (properties.enabled()) {
            worker.soon(this::quietly);
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (properties.enabled()) {
            worker.every(EVERY, EVERY, this::quietly);
        }
    }

    private void quietly() {
        try {
            workOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Simulations cannot be looked for; tried again in a moment", e);
        }
    }

    /** Does all that waits, in the caller's thread. */
    public void workOff() throws InterruptedException {
        Optional<Simulation> next = runs.take(Kind.WHAT_IF, me);
        while (next.isPresent()) {
            work(next.get());
            next = runs.take(Kind.WHAT_IF, me);
        }
    }

    private void work(Simulation taken) throws InterruptedException {
        if (taken.attempts() > MOST_ATTEMPTS) {
            runs.end(
                    taken.id(),
                    State.FAILED,
                    "It broke off three times without coming further. Start it again, or ask the"
                            + " administrator for the log. | 已中断三次且无进展。请重新开始，或请管理员查看日志。");
            return;
        }
        try {
            run(taken);
        } catch (SimulationRuns.NotTried e) {
            runs.end(taken.id(), State.FAILED, e.getMessage());
        } catch (SimulationRun.Lost ended) {
            LOG.info("Simulation {} was ended, or is another node's", taken.id());
        } catch (InterruptedException e) {
            runs.release(taken.id(), me, Duration.ZERO);
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Simulation {} broke off and is gone on with", taken.id(), e);
            runs.release(taken.id(), me, PAUSE);
        }
    }

    private void run(Simulation taken) throws InterruptedException {
        var simulation = runs.counted(taken);
        long began = System.nanoTime();
        try (SimulationRun run = runs.open(simulation, me)) {
            long looked = run.goOn(simulation.to());
            runs.end(run.id(), State.DONE, "");
            LOG.info(
                    "Simulation {} of draft {} is done: {} decisions in {} ms",
                    run.id(),
                    simulation.draft(),
                    looked,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        if (!worker.stopNow()) {
            LOG.warn("A simulation does not end; another node goes on with it in a minute");
        }
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
