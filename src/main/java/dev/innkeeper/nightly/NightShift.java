package dev.innkeeper.nightly;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final NightRuns runs;
    private final NightProperties properties;
    private final CasefileProperties house;
    private final Clock clock;
    private final Worker worker = new Worker("night", Duration.ofSeconds(20));

    NightShift(NightRuns runs, NightProperties properties, CasefileProperties house, Clock clock) {
        this.runs = runs;
        this.properties = properties;
        this.house = house;
        this.clock = clock;
    }

    /** Begins a run by hand and goes on with it in the background. */
    public NightRun start(String work, LocalDate day) {
        NightRun begun = runs.begin(work, day);
        worker.soon(() -> quietly(() -> runs.goOn(work, day)));
        return begun;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (properties.enabled()) {
            worker.every(Duration.ZERO, EVERY, () -> quietly(this::look));
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
