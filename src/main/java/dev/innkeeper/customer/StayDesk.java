package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stays, visits and events: each operation one transaction or part of the caller's. */
@Service
@Transactional
public class StayDesk {

    private static final int EXTERNAL_ID = 100;
    private static final int LONGEST_PAGE = 200;

    private final Stays stays;
    private final LedgerCustomers customers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CasefileProperties properties;

    StayDesk(
            Stays stays,
            LedgerCustomers customers,
            ApplicationEventPublisher events,
            Clock clock,
            CasefileProperties properties) {
        this.stays = stays;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /** The customer's stays, newest first. */
    @Transactional(readOnly = true)
    public Page<StayView> stays(String customerId, int offset, int limit) {
        return stays.of(
                customers.current(customerId), offset, Math.min(Math.max(limit, 1), LONGEST_PAGE));
    }

    /**
     * Enters a stay that is over. One that is there already, and says the same, is answered as it
     * is.
     *
     * @throws Refusal INVALID or UNKNOWN where a field cannot be right; REFUSED where the id is
     *     that of another stay
     */
    public StayView takeStay(NewStay given, Actor by) {
        by.refuseAuditor();
        NewStay stay =
                new NewStay(
                        Texts.required("externalId", given.externalId(), EXTERNAL_ID),
                        customers.current(given.customerId()),
                        given.kind(),
                        given.arrivedOn(),
                        LedgerDays.notAhead(
                                "leftOn",
                                given.leftOn(),
                                LocalDate.ofInstant(clock.instant(), properties.zone())),
                        given.spend(),
                        given.margin());
        LedgerDays.inOrder("leftOn", stay.arrivedOn(), stay.leftOn());
        if (!stays.insert(stay, clock.instant())) {
            return same(stay, there(stay.externalId()));
        }
        stays.noteVisit(stay.customerId(), stay.leftOn());
        events.publishEvent(new StaysTaken(Set.of(stay.customerId()), false));
        return there(stay.externalId());
    }

    private StayView there(String externalId) {
        return stays.find(externalId).orElseThrow();
    }

    private static StayView same(NewStay given, StayView there) {
        if (there.customerId().equals(given.customerId())
                && there.kind() == given.kind()
                && there.arrivedOn().equals(given.arrivedOn())
                && there.leftOn().equals(given.leftOn())
                && there.spend().equals(given.spend())
                && sameAmount(there.margin(), given.margin())) {
            return there;
        }
        throw Refusal.refused(
                "externalId",
                "Stay %1$s is there with another customer, day or amount. |"
                                .formatted(there.externalId())
                        + " 消费记录%1$s已存在，但客户、日期或金额不同。".formatted(there.externalId()),
                "Give each stay its own id. | 每条消费记录请使用各自的编号。");
    }

    private static boolean sameAmount(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : one.compareTo(other) == 0;
    }
}
