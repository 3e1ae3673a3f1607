package dev.innkeeper.customer.process;

import static dev.innkeeper.customer.Guests.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.customer.CareAnswer;
import dev.innkeeper.customer.CareDesk;
import dev.innkeeper.customer.CareOutcome;
import dev.innkeeper.customer.CareStart;
import dev.innkeeper.customer.CareState;
import dev.innkeeper.customer.CustomerChange;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.Guests;
import dev.innkeeper.customer.StayDesk;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.support.Walks;
import dev.innkeeper.workflow.Refusals;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Care for customers, walked through its tasks. */
@InnkeeperTest
class CustomerCareProcessTest {

    private static final Walks WALKS = new Walks(CustomerCareProcessTest.class);
    private static final Map<String, Object> REACHED =
            Map.of("reached", "yes", "reason", "PRICE", "words", "隔壁酒店更便宜");
    private static final Map<String, Object> NOT_REACHED = Map.of("reached", "no");

    @Autowired private CareProcess process;
    @Autowired private CareDesk desk;
    @Autowired private CustomerDesk customers;
    @Autowired private StayDesk stays;
    @Autowired private Staff staff;
    @Autowired private TimeMachine time;
    @Autowired private RuntimeService runtime;
    @Autowired private HistoryService history;
    @Autowired private JdbcTemplate jdbc;
    private Guests guests;

    @BeforeEach
    void openTheHouse() {
        guests = new Guests(customers, stays, jdbc);
    }

    @AfterEach
    void note() {
        WALKS.note(history);
    }

    @AfterAll
    static void everyElementWasWalked(@Autowired RepositoryService repository) {
        WALKS.coverEveryElementOf(repository, CareProcess.KEY);
    }

    private Optional<CaseNumber> start(String guest, CareCause cause) {
        return process.start(new CareStart(guest, cause, TODAY.toString(), ""));
    }

    private CaseNumber lost(String lifeTimeValue) {
        return start(guests.lost(200, lifeTimeValue), CareCause.LOST).orElseThrow();
    }

    private boolean isRunning(CaseNumber number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count()
                > 0;
    }

    private void ended(CaseNumber number, CareOutcome outcome, String end) {
        assertThat(isRunning(number)).isFalse();
        assertThat(desk.read(number).outcome()).isEqualTo(outcome);
        assertThat(staff.walked(number, CareProcess.KEY)).contains(end);
    }

    @Test
    void aLostCustomerIsAskedWhyAndTakesTheOffer() {
        var number = lost("12000");
        assertThat(staff.candidates(number, "callCustomer")).containsExactly("call-centre");
        dueAfter(number, "callCustomer", Duration.ofDays(1));

        staff.complete(number, "callCustomer", "callcentre1", REACHED);
        staff.complete(
                number,
                "makeOffer",
                "callcentre1",
                Map.of("voucher", "WB-300-0001", "words", "请在四周内使用"));
        dueAfter(number, "noteAnswer", Duration.ofDays(14));
        staff.complete(number, "noteAnswer", "callcentre1", Map.of("accepted", "yes"));

        ended(number, CareOutcome.ACCEPTED, "customerAnswered");
        var care = desk.read(number);
        assertThat(care.reason()).isEqualTo("PRICE");
        assertThat(care.voucher()).isEqualTo("WB-300-0001");
        assertThat(care.worth().amount()).isEqualByComparingTo("300");
    }

    /** The clock runs while the test does. */
    private void dueAfter(CaseNumber number, String task, Duration time) {
        var due = TimeMachine.START.plus(time);
        assertThat(staff.task(number, task).getDueDate())
                .isBetween(Date.from(due), Date.from(due.plus(Duration.ofHours(1))));
    }

    @Test
    void whoCallsSeesWhatThereIsToKnow() {
        var guest = guests.lost(200, "12000");
        var before = start(guest, CareCause.LOST).orElseThrow();
        staff.complete(before, "callCustomer", "callcentre1", REACHED);
        process.withdraw(before, "Wait for the season", Guests.MANAGER);
        var number = process.start(new CareStart(guest, CareCause.LOST, "again", "")).orElseThrow();

        var shown = new HashMap<String, Object>();
        staff.as("callcentre1", () -> shown.putAll(staff.shown(number, "callCustomer")));

        assertThat(shown.get("careText").toString()).contains(number.value(), "客人");
        assertThat(shown.get("contactText").toString()).contains("Phone: 1380013");
        assertThat(shown.get("figuresTextZh").toString()).contains("近12个月消费：800", "终身价值：12000");
        assertThat(shown.get("earlierText").toString()).contains("Too expensive", "隔壁酒店更便宜");
        assertThat(shown.get("reasons").toString()).contains("PRICE\tToo expensive");
        assertThat(shown.get("reasonsZh").toString()).contains("PRICE\t价格过高");
    }

    @Test
    void aManagerAsksARegularWhoGetsNoOffer() {
        var number = start(guests.regular(14), CareCause.ABSENT).orElseThrow();
        assertThat(staff.candidates(number, "callCustomer"))
                .containsExactly("customer-service-manager");

        staff.complete(
                number, "callCustomer", "manager1", Map.of("reached", "yes", "reason", "MOVED"));

        ended(number, CareOutcome.NO_OFFER, "reasonNoted");
    }

    @Test
    void threeCallsADayApartThatReachNobodyAreEnough() {
        var number = lost("12000");
        staff.complete(number, "callCustomer", "callcentre1", NOT_REACHED);
        assertThat(staff.open(number)).isEmpty();
        time.advance(Duration.ofHours(23));
        assertThat(staff.open(number)).isEmpty();
        time.advance(Duration.ofHours(1));
        staff.complete(number, "callCustomer", "callcentre1", NOT_REACHED);
        time.advance(Duration.ofDays(1));

        staff.complete(number, "callCustomer", "callcentre1", NOT_REACHED);

        ended(number, CareOutcome.NOT_REACHED, "customerNotReached");
        assertThat(desk.read(number).attempts()).isEqualTo(3);
    }

    @Test
    void whoAnswersNoOfferAndIsOfTheLowestValueIsLeftAlone() {
        var guest = guests.lost(200, "2000");
        var number = start(guest, CareCause.LOST).orElseThrow();
        offered(number);

        time.advance(Duration.ofDays(14));

        ended(number, CareOutcome.NO_ANSWER, "offerUnanswered");
        assertThat(customers.timeLine(guest))
                .extracting(CustomerChange::event)
                .contains("NO_MORE_EFFORT");
        var again = process.start(new CareStart(guest, CareCause.LOST, "again", ""));
        ended(again.orElseThrow(), CareOutcome.NO_OFFER, "nobodyCalls");
    }

    private void offered(CaseNumber number) {
        staff.complete(number, "callCustomer", "callcentre1", REACHED);
        staff.complete(number, "makeOffer", "callcentre1", Map.of("voucher", "WB-1"));
    }

    @Test
    void anAnswerFromElsewhereEndsTheCase() {
        var number = lost("12000");
        offered(number);

        process.answer(number, new CareAnswer(false, "已搬家"), Guests.PMS);

        ended(number, CareOutcome.DECLINED, "answerCame");
        assertThat(desk.read(number).answerWords()).isEqualTo("已搬家");
    }

    @Test
    void aNewVisitEndsTheCaseWhateverItWaitsFor() {
        var waiting = guests.lost(200, "12000");
        var number = start(waiting, CareCause.LOST).orElseThrow();
        offered(number);
        var toCall = guests.lost(200, "12000");
        var other = start(toCall, CareCause.LOST).orElseThrow();

        guests.visit(waiting, TODAY.minusDays(1), "500", null);
        assertThat(isRunning(number)).as("a visit from before the case").isTrue();
        guests.visit(waiting, TODAY, "500", null);
        guests.visit(toCall, TODAY, "500", null);

        ended(number, CareOutcome.RETURNED, "endedWell");
        ended(other, CareOutcome.RETURNED, "endedWell");
    }

    @Test
    void aWithdrawnCaseEndsWithAReason() {
        var number = lost("12000");

        process.withdraw(number, "客户要求不再致电", Guests.MANAGER);

        assertThat(isRunning(number)).isFalse();
        assertThat(desk.read(number).state()).isEqualTo(CareState.WITHDRAWN);
        assertThat(desk.task(number).timeLine()).anyMatch(entry -> entry.note().equals("客户要求不再致电"));
        assertThatThrownBy(() -> process.withdraw(number, "Again", Guests.MANAGER))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aPersonalVisitNeedsADayAhead() {
        var number = lost("50000");
        staff.complete(number, "callCustomer", "callcentre1", REACHED);
        var shown = new HashMap<String, Object>();
        staff.as("callcentre1", () -> shown.putAll(staff.shown(number, "makeOffer")));
        assertThat(shown).containsEntry("visited", "yes");

        refused(number, "makeOffer", Map.of("voucher", "WB-1"), "visitOn");
        refused(number, "makeOffer", Map.of("visitOn", "2026-03-01"), "visitOn");
        staff.complete(number, "makeOffer", "callcentre1", Map.of("visitOn", "2026-03-02"));

        assertThat(desk.read(number).visitOn()).isEqualTo(TODAY);
    }

    @Test
    void whatIsMissingInAFormIsNamed() {
        var number = lost("12000");

        refused(number, "callCustomer", Map.of(), "reached");
        refused(number, "callCustomer", Map.of("reached", "yes"), "reason");
        refused(number, "callCustomer", Map.of("reached", "yes", "reason", "RAIN"), "reason");
        refused(number, "callCustomer", Map.of("reached", "yes", "reason", "OTHER"), "words");
        staff.complete(number, "callCustomer", "callcentre1", REACHED);
        refused(number, "makeOffer", Map.of(), "voucher");
        staff.complete(number, "makeOffer", "callcentre1", Map.of("voucher", "WB-1"));
        refused(number, "noteAnswer", Map.of(), "accepted");
    }

    private void refused(
            CaseNumber number, String task, Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> staff.complete(number, task, "callcentre1", answers))
                .satisfies(
                        failure ->
                                assertThat(Refusals.within(failure).map(Refusal::field))
                                        .contains(field));
    }
}
