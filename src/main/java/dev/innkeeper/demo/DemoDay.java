package dev.innkeeper.demo;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.complaint.ComplaintFilter;
import dev.innkeeper.complaint.ComplaintList;
import dev.innkeeper.complaint.ComplaintSort;
import dev.innkeeper.demo.process.DemoHands;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plays a day of the hotel through the normal doors, once, where a demonstration finds no
 * complaint: the clock is set back and goes along with what happens, so that every date and every
 * escalation is real, and shows the present time again at the end.
 */
@Component
@Order(100)
class DemoDay implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDay.class);

    private final DemoMode mode;
    private final DemoProperties properties;
    private final DemoState state;
    private final DemoHands hands;
    private final ComplaintList complaints;
    private final RuleChange ruleChange;
    private final InnkeeperClock clock;
    private final ZoneId zone;

    DemoDay(
            DemoMode mode,
            DemoProperties properties,
            DemoState state,
            DemoHands hands,
            ComplaintList complaints,
            RuleChange ruleChange,
            InnkeeperClock clock,
            CasefileProperties house) {
        this.mode = mode;
        this.properties = properties;
        this.state = state;
        this.hands = hands;
        this.complaints = complaints;
        this.ruleChange = ruleChange;
        this.clock = clock;
        this.zone = house.zone();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mode.on() && properties.day()) {
            playOnce();
        }
    }

    /** Plays the day unless it was played, or complaints are there already. */
    void playOnce() {
        switch (state.day()) {
            case PLAYED -> LOG.debug("The day of the demonstration has been played");
            case INTERRUPTED ->
                    LOG.warn(
                            "The day of the demonstration was interrupted at an earlier start, so"
                                + " only a part of it is there. Nothing is wrong with that part;"
                                + " for the whole day stop, delete the folder of the embedded"
                                + " database (data) and start again.");
            case NOT_PLAYED -> {
                if (complaints.find(ComplaintFilter.ALL, ComplaintSort.NUMBER, 0, 1).total() == 0) {
                    play();
                }
            }
        }
    }

    private void play() {
        long began = System.nanoTime();
        Duration ahead = clock.ahead();
        Instant now = clock.instant();
        state.dayBegins(now);
        try {
            play(
                    Stream.of(
                                    new HotelDay(now, hands).moments(),
                                    new SalesSeason(now, hands, zone).moments(),
                                    new CustomerYear(now, hands, zone).moments())
                            .flatMap(List::stream)
                            .sorted(Comparator.comparing(Moment::at))
                            .toList());
            hands.letTimePassUntil(now);
            ruleChange.ask();
            state.dayEnds(now);
            LOG.info(
                    "Played a day of the hotel in {} ms: there are complaints, deals, reviews of"
                        + " credit and calls in the Tasklist of every department that handles them",
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
        } catch (RuntimeException failure) {
            // Rules and diagrams may have been changed so that this story is no longer possible.
            LOG.warn(
                    "The day of the hotel could not be played to its end; the service itself is"
                            + " ready",
                    failure);
        } finally {
            clock.advance(ahead.minus(clock.ahead()));
        }
    }

    private void play(List<Moment> moments) {
        clock.moveTo(moments.get(0).at());
        for (Moment moment : moments) {
            hands.letTimePassUntil(moment.at());
            moment.deed().run();
        }
    }
}
