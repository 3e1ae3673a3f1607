package dev.innkeeper.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.support.InnkeeperTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@InnkeeperTest
@RecordApplicationEvents
class StayDeskIT {

    private static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));

    @Autowired private StayDesk desk;
    @Autowired private CustomerDesk customers;

    private String guest;

    @BeforeEach
    void aGuest() {
        guest =
                customers
                        .enter(
                                new Contact("李伟", null, "13800138000", null, null),
                                Tier.PROMISING_SMALL,
                                PMS)
                        .id();
    }

    @Test
    void aStayIsEnteredOnceAndTold(ApplicationEvents events) {
        take("S1", "2026-02-01", "2026-02-03", "1280.50", "400");
        take("S1", "2026-02-01", "2026-02-03", "1280.50", "400.00");
        take("S2", "2026-02-20", "2026-02-20", "300", null);

        assertThat(desk.stays(guest, 0, 10).items())
                .extracting(StayView::externalId)
                .containsExactly("S2", "S1");
        assertThat(desk.stays(guest, 1, 10).items().get(0).spend()).isEqualTo(Money.of("1280.50"));
        assertThat(events.stream(StaysTaken.class))
                .containsExactly(
                        new StaysTaken(Set.of(guest), false), new StaysTaken(Set.of(guest), false));
    }

    @Test
    void aLossIsAMarginBelowZero() {
        take("S1", "2026-02-01", "2026-02-03", "100", "-20.50");

        assertThat(desk.stays(guest, 0, 10).items().get(0).margin()).isEqualTo("-20.50");
    }

    @Test
    void refusesWhatCannotBe() {
        take("S1", "2026-02-01", "2026-02-03", "100", null);

        assertRefused("externalId", "S1", "2026-02-01", "2026-02-04", "100");
        assertRefused("externalId", " ", "2026-02-01", "2026-02-03", "100");
        assertRefused("leftOn", "S2", "2026-02-03", "2026-02-01", "100");
        assertRefused("leftOn", "S2", "2026-03-01", "2026-03-03", "100");
        assertThat(desk.stays(guest, 0, 10).total()).isEqualTo(1);
    }

    private void assertRefused(String field, String id, String arrived, String left, String spend) {
        assertThatThrownBy(() -> take(id, arrived, left, spend, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private void take(String id, String arrived, String left, String spend, String margin) {
        desk.takeStay(
                new NewStay(
                        id,
                        guest,
                        StayKind.STAY,
                        LocalDate.parse(arrived),
                        LocalDate.parse(left),
                        Money.of(spend),
                        margin == null ? null : new BigDecimal(margin)),
                PMS);
    }
}
