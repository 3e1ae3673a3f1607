package dev.innkeeper.customer;

import static dev.innkeeper.customer.Guests.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import dev.innkeeper.nightly.NightRuns;
import dev.innkeeper.notification.Notification;
import dev.innkeeper.notification.Notifications;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** For whom a night takes care, each cause once. */
@InnkeeperTest
class CareSelectionIT {

    private static final String WORK = "care-selection";
    private static final Actor ROOMS = new Actor("rooms1", Set.of(Group.ROOMS_SERVICE));

    @Autowired private NightRuns nights;
    @Autowired private CustomerDesk customers;
    @Autowired private StayDesk stays;
    @Autowired private CareList list;
    @Autowired private CareDesk desk;
    @Autowired private Notifications notifications;
    @Autowired private TimeMachine time;
    @Autowired private JdbcTemplate jdbc;
    private Guests guests;

    @BeforeEach
    void openTheHouse() {
        guests = new Guests(customers, stays, jdbc);
    }

    private List<CareRow> cases(String guest) {
        return list.find(new CareFilter(Set.of(), Set.of(), Set.of(), guest, null, null), 0, 50)
                .items();
    }

    private List<Notification> greetings() {
        return notifications.list(ROOMS, false, Long.MAX_VALUE, 50).stream()
                .filter(notice -> notice.kind().equals("care.greet"))
                .toList();
    }

    @Test
    void aManagerCallsARegularWhoStaysAwayForFourteenDays() {
        String absent = guests.regular(14);
        String here = guests.regular(13);
        guests.visit(here, 20, "100");
        guests.visit(here, 25, "100");

        var run = nights.run(WORK, TODAY);

        assertThat(run.done()).isEqualTo(1);
        assertThat(cases(here)).isEmpty();
        var care = cases(absent).get(0);
        assertThat(care.cause()).isEqualTo(CareCause.ABSENT);
        assertThat(care.state()).isEqualTo(CareState.TO_CALL);
        assertThat(care.offer()).isEqualTo(OfferKind.NONE);
        assertThat(desk.read(care.number()).callers())
                .containsExactly(Group.CUSTOMER_SERVICE_MANAGER);
    }

    @Test
    void theCallCentreEnquiresWhereARegularCameLessThanThreeTimesInAMonth() {
        String seldom = guests.regular(2);
        String often = guests.regular(2);
        guests.visit(often, 5, "100");

        nights.run(WORK, TODAY);

        assertThat(cases(often)).isEmpty();
        assertThat(cases(seldom).get(0).cause()).isEqualTo(CareCause.FEW_VISITS);
        assertThat(desk.read(cases(seldom).get(0).number()).callers())
                .containsExactly(Group.CALL_CENTRE);
    }

    @Test
    void aSecondRunAndTheNextNightsDoNothingMore() {
        String absent = guests.regular(14);
        String lost = guests.lost(200, "12000");
        assertThat(nights.run(WORK, TODAY).done()).isEqualTo(2);
        jdbc.update("UPDATE care_case SET state = 'CLOSED', closed_at = opened_at");

        assertThat(nights.run(WORK, TODAY).done()).isZero();
        time.advance(Duration.ofDays(1));
        assertThat(nights.run(WORK, TODAY.plusDays(1)).done()).isZero();

        assertThat(cases(absent)).hasSize(1);
        assertThat(cases(lost)).hasSize(1);
    }

    @Test
    void anotherAbsenceIsAnotherCause() {
        String guest = guests.regular(14);
        nights.run(WORK, TODAY);
        guests.visit(guest, TODAY, "500", null);
        assertThat(cases(guest).get(0).outcome()).isEqualTo(CareOutcome.RETURNED);

        time.advance(Duration.ofDays(14));
        nights.run(WORK, TODAY.plusDays(14));

        assertThat(cases(guest)).extracting(CareRow::cause).containsOnly(CareCause.ABSENT);
        assertThat(cases(guest)).hasSize(2);
    }

    @Test
    void nobodyIsCalledWhoseCaseIsOpen() {
        String guest = guests.regular(14);
        nights.run(WORK, TODAY);
        guests.is(guest, "life_cycle = 'LOST', life_time_value = 60000");

        nights.run(WORK, TODAY.plusDays(1));

        assertThat(cases(guest)).hasSize(1);
    }

    @Test
    void aLostCustomerIsOfferedWhatTheValueEarns() {
        Map<String, OfferKind> expected =
                Map.of(
                        guests.lost(200, "50000"),
                        OfferKind.VISIT_AND_NIGHT,
                        guests.lost(200, "49999.99"),
                        OfferKind.VOUCHER,
                        guests.lost(200, "2000"),
                        OfferKind.VOUCHER,
                        guests.lost(200, "1999.99"),
                        OfferKind.NONE);

        nights.run(WORK, TODAY);

        expected.forEach(
                (guest, offer) ->
                        assertThat(cases(guest))
                                .extracting(CareRow::cause, CareRow::offer)
                                .containsExactly(tuple(CareCause.LOST, offer)));
    }

    @Test
    void whoIsGradedAsLostIsAskedWhyAtOnce() {
        String guest = guests.guest();
        guests.visit(guest, 180, "300");

        nights.run("customer-grading", TODAY);

        assertThat(cases(guest))
                .extracting(CareRow::cause, CareRow::state)
                .containsExactly(tuple(CareCause.LOST, CareState.TO_CALL));
        assertThat(nights.run(WORK, TODAY).done()).isZero();
    }

    @Test
    void historyStartsNothing() {
        String lost = guests.lost(200, "12000");
        String absent = guests.regular(31);
        guests.imported(lost);
        guests.imported(absent);
        String lately = guests.regular(30);
        guests.imported(lately);

        nights.run(WORK, TODAY);

        assertThat(cases(lost)).isEmpty();
        assertThat(cases(absent)).isEmpty();
        assertThat(cases(lately)).hasSize(1);
    }

    @Test
    void aCustomerOfTheLowestValueWhoAnsweredNoOfferIsLeftAlone() {
        String guest = guests.lost(200, "2000");
        nights.run(WORK, TODAY);
        jdbc.update(
                "UPDATE care_case SET state = 'CLOSED', outcome = 'NO_ANSWER',"
                        + " offered_at = opened_at, closed_at = opened_at");
        guests.visit(guest, 190, "10");

        nights.run(WORK, TODAY);

        assertThat(cases(guest).get(0).state()).isEqualTo(CareState.CLOSED);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT no_more_effort FROM customer WHERE id = ?",
                                Boolean.class,
                                guest))
                .isTrue();
        guests.visit(guest, TODAY, "10", null);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT no_more_effort FROM customer WHERE id = ?",
                                Boolean.class,
                                guest))
                .isFalse();
    }

    @Test
    void customersAreGreetedOnTheirBirthdayOnceAYear() {
        String guest = guests.guest();
        guests.is(guest, "born_on = '1980-03-02'");
        String tomorrow = guests.guest();
        guests.is(tomorrow, "born_on = '1980-03-03'");

        assertThat(nights.run(WORK, TODAY).done()).isEqualTo(1);
        assertThat(nights.run(WORK, TODAY).done()).isZero();

        assertThat(greetings()).hasSize(1);
        assertThat(greetings().get(0).args()).containsEntry("customers", guest);
        assertThat(cases(guest)).isEmpty();
        assertThat(nights.run(WORK, TODAY.plusYears(1)).done()).isEqualTo(1);
    }

    @Test
    void whoWasBornOnTheTwentyNinthOfFebruaryIsGreetedOnTheLastOfTheMonth() {
        guests.is(guests.guest(), "born_on = '1980-02-29'");

        assertThat(nights.run(WORK, LocalDate.of(2027, 2, 28)).done()).isEqualTo(1);
    }

    @Test
    void whoWantsNoGreetingsGetsNone() {
        String guest = guests.guest();
        guests.is(guest, "born_on = '1980-03-02'");
        jdbc.update(
                """
                INSERT INTO customer_consent (customer_id, purpose, given, at, actor, how, words)
                VALUES (?, 'GREETINGS', TRUE, '2026-01-01', 'info1', 'PHONE', ''),
                       (?, 'GREETINGS', FALSE, '2026-02-01', 'info1', 'PHONE', '')
                """,
                guest,
                guest);

        assertThat(nights.run(WORK, TODAY).done()).isZero();
        assertThat(greetings()).isEmpty();
    }

    @Test
    void regularsAreGreetedOnTheFirstDayOfAHolidayAndNobodyOnQingming() {
        String guest = guests.regular(1);
        guests.visit(guest, 2, "10");
        guests.visit(guest, 3, "10");
        LocalDate labourDay = LocalDate.of(2026, 5, 1);

        nights.run(WORK, LocalDate.of(2026, 4, 4));
        assertThat(greetings()).isEmpty();
        nights.run(WORK, labourDay);
        nights.run(WORK, labourDay);
        nights.run(WORK, labourDay.plusDays(1));

        assertThat(greetings()).hasSize(1);
        assertThat(greetings().get(0).args().get("what")).isEqualTo("Labour Day | 劳动节");
    }
}
