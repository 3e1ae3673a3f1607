package dev.innkeeper.nightly;

import dev.innkeeper.casefile.CasefileProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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
 * Looks every minute whether the work of the night is to be done, and does what people start by
 * hand. It begins when the service is ready, so that what a start-up sets right comes first.
 */
@Component
public class NightShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NightShift.class);
    private static final long EVERY_SECONDS = 60;
    private static final long SECONDS_TO_END = 20;

    private final NightRuns runs;
    private final NightProperties properties;
    private final CasefileProperties house;
    private final Clock clock;
    private @Nullable ScheduledExecutorService worker;

    NightShift(NightRuns runs, NightProperties properties, CasefileProperties house, Clock clock) {
        this.runs = runs;
        this.properties = properties;
        this.house = house;
        this.clock = clock;
    }

    /** Begins a run by hand and goes on with it in the background. */
    public NightRun start(String work, LocalDate day) {
        NightRun begun = runs.begin(work, day);
        ScheduledExecutorService running = worker;
        if (running != null) {
            running.execute(() -> quietly(() -> runs.goOn(work, day)));
        }
        return begun;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        ScheduledExecutorService running = worker;
        if (running != null && properties.enabled()) {
            running.scheduleWithFixedDelay(
                    () -> quietly(this::look), 0, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        ZonedDateTime now = clock.instant().atZone(house.zone());
        if (!now.toLocalTime().isBefore(properties.at())) {
            runs.night(now.toLocalDate());
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The nightly work broke off and is gone on with in a minute", e);
        }
    }

    @Override
    public void start() {
        worker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "night");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = worker;
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
        ScheduledExecutorService running = worker;
        return running != null && !running.isShutdown();
    }
}
