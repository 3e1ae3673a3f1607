package dev.innkeeper.customer.process;

import dev.innkeeper.customer.CareFigures;
import dev.innkeeper.customer.CareRound;
import dev.innkeeper.customer.CustomerLost;
import dev.innkeeper.customer.Greetings;
import dev.innkeeper.nightly.NightlyWork;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Greets customers every night, and starts a case for each whom somebody is to call; also at once
 * where a customer counts as lost.
 */
@Component
class CareSelection implements NightlyWork {

    private static final int ORDER = 50;

    private final CareRound round;
    private final Greetings greetings;
    private final CareProcess process;

    CareSelection(CareRound round, Greetings greetings, CareProcess process) {
        this.round = round;
        this.greetings = greetings;
        this.process = process;
    }

    @Override
    public String name() {
        return "care-selection";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> due(String after, int limit, LocalDate asOf) {
        return round.due(after, limit, asOf);
    }

    @Override
    public int handle(List<String> customerIds, LocalDate asOf) {
        var customers = round.figures(customerIds, asOf);
        var done = greetings.greet(customers, asOf);
        for (CareFigures customer : customers) {
            done += round.cause(customer, asOf).flatMap(process::start).isPresent() ? 1 : 0;
        }
        return done;
    }

    @EventListener
    void customerLost(CustomerLost lost) {
        round.lost(lost.customerId()).ifPresent(process::start);
    }
}
