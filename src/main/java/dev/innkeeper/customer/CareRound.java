package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.CareOffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out for whom the house is to care. Each cause is named with the period in which it counts
 * once: an absence and a loss with the day of the last visit, few visits with the month.
 */
@Service
@Transactional
public class CareRound {

    private final CareRecords records;
    private final CareJudgements judgements;
    private final Greetings greetings;
    private final CareProperties properties;
    private final Clock clock;
    private final ZoneId zone;

    CareRound(
            CareRecords records,
            CareJudgements judgements,
            Greetings greetings,
            CareProperties properties,
            Clock clock,
            CasefileProperties casefile) {
        this.records = records;
        this.judgements = judgements;
        this.greetings = greetings;
        this.properties = properties;
        this.clock = clock;
        this.zone = casefile.zone();
    }

    /** The next customers to look at on that day. */
    @Transactional(readOnly = true)
    public List<String> due(String after, int limit, LocalDate asOf) {
        return records.next(after, limit, asOf, greetings.isHoliday(asOf));
    }

    /** What is known of these customers. */
    public Collection<CareFigures> figures(Collection<String> ids, LocalDate asOf) {
        Map<String, CareFigures> figures = records.figures(ids, asOf);
        return ids.stream().map(figures::get).filter(Objects::nonNull).toList();
    }

    /** Why somebody is to call a customer who has just been lost; empty where nobody is. */
    public Optional<CareStart> lost(String customerId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return figures(Set.of(customerId), today).stream()
                .findFirst()
                .flatMap(customer -> lost(customer, today, clock.instant()));
    }

    /** Why somebody is to call this customer; empty where nobody is. */
    public Optional<CareStart> cause(CareFigures customer, LocalDate asOf) {
        if (customer.noMoreEffort() || customer.lastVisitOn() == null) {
            return Optional.empty();
        }
        if (customer.lost()) {
            return lost(customer, asOf, clock.instant());
        }
        if (customer.tier() != Tier.LOYAL_REGULAR || customer.history()) {
            return Optional.empty();
        }
        if (isDue(CareCause.ABSENT, customer, asOf)) {
            return Optional.of(
                    start(customer, CareCause.ABSENT, customer.lastVisitOn().toString()));
        }
        LocalDate caredFor = customer.caredForOn();
        boolean resting =
                caredFor != null && caredFor.plusDays(properties.restDays()).isAfter(asOf);
        return !resting && isDue(CareCause.FEW_VISITS, customer, asOf)
                ? Optional.of(
                        start(customer, CareCause.FEW_VISITS, YearMonth.from(asOf).toString()))
                : Optional.empty();
    }

    /** A loss that came in as history is taken note of, so that no night looks at it again. */
    private Optional<CareStart> lost(CareFigures customer, LocalDate asOf, Instant now) {
        LocalDate last = customer.lastVisitOn();
        if (last == null || customer.noMoreEffort()) {
            return Optional.empty();
        }
        if (customer.history()) {
            records.take(customer.customerId(), CareCause.LOST, last.toString(), now);
            return Optional.empty();
        }
        return isDue(CareCause.LOST, customer, asOf)
                ? Optional.of(start(customer, CareCause.LOST, last.toString()))
                : Optional.empty();
    }

    /** The end of all effort is decided in a case as well, so that it can be read why. */
    private boolean isDue(CareCause cause, CareFigures customer, LocalDate asOf) {
        CareOffer offer = judgements.look(cause, customer, asOf);
        return offer.care() || offer.noMoreEffort();
    }

    private static CareStart start(CareFigures customer, CareCause cause, String period) {
        return new CareStart(customer.customerId(), cause, period, "");
    }
}
