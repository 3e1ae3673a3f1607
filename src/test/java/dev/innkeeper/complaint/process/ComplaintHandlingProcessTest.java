package dev.innkeeper.complaint.process;

import static dev.innkeeper.complaint.process.Hotel.CALL_CENTRE;
import static dev.innkeeper.complaint.process.Hotel.MANAGER;
import static dev.innkeeper.complaint.process.Hotel.PMS;
import static dev.innkeeper.complaint.process.Hotel.about;
import static dev.innkeeper.complaint.process.Hotel.justified;
import static dev.innkeeper.complaint.process.Hotel.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintStatus;
import dev.innkeeper.complaint.GuestMessage;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.Regrade;
import dev.innkeeper.complaint.Withdrawal;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.complaint.process.Hotel.Case;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Walks;
import dev.innkeeper.workflow.Refusals;
import dev.innkeeper.workflow.Retrying;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.FormException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Every way through the processes of a complaint, with the real engine and the shipped rules. */
@InnkeeperTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintHandlingProcessTest {

    private static final Contact LI_WEI = new Contact("李伟", null, "13800138000", null, null);

    @Autowired private RepositoryService repository;
    @Autowired private ManagementService management;

    private final Walks walks = new Walks(getClass());
    private Hotel hotel;

    @BeforeAll
    void openTheHotel(@Autowired AutowireCapableBeanFactory beans) {
        hotel = beans.createBean(Hotel.class);
    }

    @AfterEach
    void noteWhatWasWalked() {
        walks.note(hotel.history);
    }

    @AfterAll
    void everyElementOfEveryDiagramIsWalked() {
        walks.coverEveryElementOf(
                repository,
                ComplaintProcess.KEY,
                ComplaintProcess.UPDATE_KEY,
                CorrectiveActionProcess.KEY);
    }

    // From the report to a satisfied guest

    @Test
    void satisfiesTheGuest() {
        var complaint = hotel.report(noise());
        assertThat(complaint.open()).containsExactly("acknowledgeComplaint");
        assertThat(complaint.candidates("acknowledgeComplaint")).containsExactly("rooms-service");

        complaint.acknowledged();
        assertThat(complaint.open()).containsExactly("investigateComplaint");

        complaint.investigated(0);
        assertThat(complaint.open()).containsExactly("remedyAndReply");

        complaint.replied();
        assertThat(complaint.open()).isEmpty();

        complaint.untilCallback();
        assertThat(complaint.open()).containsExactly("callGuestBack");
        assertThat(complaint.candidates("callGuestBack")).containsExactly("call-centre");

        complaint.calledBack("yes");
        assertThat(complaint.isRunning()).isFalse();
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(complaint.walked())
                .containsSubsequence(
                        "complaintReported",
                        "registerComplaint",
                        "gradeComplaint",
                        "acknowledgeComplaint",
                        "investigateComplaint",
                        "decideCompensation",
                        "remedyAndReply",
                        "callbackBecameDue",
                        "callGuestBack",
                        "closeComplaint",
                        "complaintClosed");
    }

    @Test
    void theFirstTaskIsThereWithDeadlineAndPriorityWhenTheStartReturns() {
        var complaint = hotel.report(noise());
        var task = complaint.task("acknowledgeComplaint");

        assertThat(task.getDueDate())
                .isEqualTo(Date.from(hotel.desk.progress(complaint.number).acknowledgeBy()));
        assertThat(task.getPriority())
                .isEqualTo(hotel.desk.progress(complaint.number).priority())
                .isPositive();
    }

    // Start form

    private Map<String, Object> reported(String text) {
        var answers = new TreeMap<String, Object>();
        answers.put("kind", "COMPLAINT");
        answers.put("channel", "LOBBY");
        answers.put("text", text);
        answers.put("category", "NOISE");
        answers.put("harm", "INCONVENIENCE");
        answers.put("guestName", "李伟");
        answers.put("phone", "13800138000");
        return answers;
    }

    private String startForm(String user, String process, Map<String, Object> answers) {
        var id =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult()
                        .getId();
        var started = new String[1];
        hotel.as(user, () -> started[0] = hotel.forms.submitStartForm(id, answers).getId());
        return started[0];
    }

    private Case reportedBy(String user, Map<String, Object> answers) {
        var id = startForm(user, ComplaintProcess.KEY, answers);
        var key =
                hotel.history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getBusinessKey();
        return hotel.new Case(new CaseNumber(key));
    }

    @Test
    void staffReportAComplaintInTheTasklist() {
        var complaint = reportedBy("lobby1", reported("太吵了"));

        assertThat(complaint.open()).contains("acknowledgeComplaint");
        var view = hotel.desk.view(complaint.number);
        assertThat(view.complaint().registeredBy()).isEqualTo("lobby1");
        assertThat(view.complaint().contact().name()).isEqualTo("李伟");
        assertThat(hotel.runtime.getVariables(complaint.instance()).keySet())
                .isSubsetOf(ComplaintVariables.OF_THE_CASE.all());
    }

    @Test
    void aSecondReportOfTheSameEndsAsLinked() {
        var first = reportedBy("lobby1", reported("太吵了"));

        var second = reportedBy("lobby1", reported("还是太吵"));

        assertThat(second.number).isNotEqualTo(first.number);
        assertThat(second.isRunning()).isFalse();
        assertThat(second.walked()).endsWith("linkedToExisting");
        assertThat(hotel.desk.progress(first.number).severity()).isEqualTo(Severity.S2);
        assertThat(first.variable("severity")).isEqualTo("S2");
        assertThat(first.candidates("acknowledgeComplaint")).containsExactly("supervisor");
    }

    @Test
    void aSecondReportOverRestGetsANumberAndNoProcess() {
        hotel.report(noise().contact(LI_WEI));

        var second = hotel.process.start(noise().contact(LI_WEI).build(), PMS);

        assertThat(second.linkedToExisting()).isTrue();
        assertThat(hotel.runtime.createProcessInstanceQuery().count()).isEqualTo(1);
    }

    @Test
    void aStartFormWithoutTheGuestsWordsKeepsNothing() {
        var answers = reported("");

        assertThatThrownBy(() -> startForm("lobby1", ComplaintProcess.KEY, answers))
                .hasMessageContaining("text");
        assertThat(hotel.runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void nobodyStartsASecondProcessForACase() {
        var complaint = hotel.report(noise());

        assertThatThrownBy(
                        () ->
                                hotel.runtime.startProcessInstanceByKey(
                                        ComplaintProcess.KEY, complaint.number.value()))
                .isInstanceOf(FormException.class)
                .satisfies(failure -> assertThat(Refusals.within(failure)).isPresent());
        assertThatThrownBy(
                        () ->
                                hotel.runtime.startProcessInstanceByKey(
                                        ComplaintProcess.KEY, "my own key"))
                .satisfies(failure -> assertThat(Refusals.within(failure)).isPresent());
    }

    // Triage

    @Test
    void theCallCentreChecksWhatTriageGuessed() {
        var complaint = hotel.report(Intake.said(Channel.WECHAT, "房间太吵了，隔音很差，一晚上没睡好"));
        assertThat(complaint.open()).containsExactly("acknowledgeComplaint", "checkTriage");
        assertThat(complaint.candidates("checkTriage")).containsExactly("call-centre");

        complaint.complete(
                "checkTriage",
                "callcentre1",
                Map.of("category", "FOOD_SAFETY", "harm", "HEALTH", "dimension", "RELIABILITY"));

        assertThat(complaint.open()).containsExactly("acknowledgeComplaint");
        assertThat(complaint.variable("severity")).isEqualTo("S1");
        assertThat(complaint.candidates("acknowledgeComplaint"))
                .containsExactly("customer-service-manager");
        assertThat(complaint.task("acknowledgeComplaint").getDueDate())
                .isEqualTo(Date.from(hotel.desk.progress(complaint.number).acknowledgeBy()));
    }

    @Test
    void theHandlerCorrectsTriageWhileInvestigating() {
        var complaint = hotel.report(noise()).acknowledged();
        var answers = justified(0);
        answers.put("correctTriage", true);
        answers.put("category", "FACILITIES");
        answers.put("harm", "NONE");
        answers.put("dimension", "TANGIBLES");

        complaint.complete("investigateComplaint", "rooms1", answers);

        assertThat(hotel.desk.view(complaint.number).complaint().category())
                .isEqualTo(Category.FACILITIES);
    }

    // Waiting for the guest

    @Test
    void theGuestsAnswerResumesTheInvestigation() {
        var complaint = waiting();

        hotel.process.guestMessage(
                complaint.number, new GuestMessage(Channel.EMAIL, "Room 812"), PMS);
        hotel.time.runDueJobs();

        assertThat(complaint.open()).containsExactly("investigateComplaint");
        assertThat(complaint.walked()).contains("guestAnswered", "guestMessageNoted");
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.INVESTIGATING);
    }

    @Test
    void theInvestigationGoesOnWhenTheGuestDoesNotAnswer() {
        var complaint = waiting();
        var until = hotel.desk.progress(complaint.number).waitForGuestUntil();

        hotel.time.moveTo(until);

        assertThat(complaint.open()).containsExactly("investigateComplaint");
        assertThat(complaint.walked()).contains("waitingTimeElapsed");
        assertThat(complaint.task("investigateComplaint").getDueDate()).isAfter(Date.from(until));
    }

    private Case waiting() {
        var complaint = hotel.report(noise()).acknowledged();
        complaint.complete(
                "investigateComplaint",
                "rooms1",
                Map.of("askGuest", true, "question", "Which room?"));
        assertThat(complaint.open()).isEmpty();
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.WAITING_FOR_GUEST);
        return complaint;
    }

    @Test
    void aMessageWhileNobodyWaitsIsNotedOnly() {
        var complaint = hotel.report(noise());

        hotel.process.guestMessage(
                complaint.number, new GuestMessage(Channel.EMAIL, "Hello?"), PMS);

        assertThat(complaint.open()).containsExactly("acknowledgeComplaint");
        assertThat(complaint.walked()).contains("noteGuestMessage");
        assertThat(hotel.desk.view(complaint.number).messages()).hasSize(1);
    }

    // Compensation

    @Test
    void aLargerCompensationIsApproved() {
        var complaint = proposed(500);
        assertThat(complaint.candidates("approveCompensation")).containsExactly("supervisor");

        complaint.complete("approveCompensation", "supervisor1", Map.of("approved", "yes"));

        assertThat(complaint.open()).containsExactly("remedyAndReply");
        assertThat(complaint.walked()).contains("compensationSettled");
    }

    @Test
    void aRejectedCompensationGoesBackWithItsReason() {
        var complaint = proposed(500);

        complaint.complete(
                "approveCompensation",
                "supervisor1",
                Map.of("approved", "no", "reason", "Offer a late check-out instead"));

        assertThat(complaint.open()).containsExactly("investigateComplaint");
        assertThat(
                        hotel.forms
                                .getTaskFormVariables(
                                        complaint.task("investigateComplaint").getId())
                                .get("rejected")
                                .toString())
                .contains("Offer a late check-out instead");
        complaint.investigated(100);
        assertThat(complaint.open()).containsExactly("remedyAndReply");
    }

    @Test
    void nobodyApprovesWhatTheyProposed() {
        var complaint = hotel.report(noise().amountInDispute(Money.of(3000))).acknowledged();
        hotel.tasks.addCandidateGroup(complaint.task("investigateComplaint").getId(), "supervisor");
        complaint.complete("investigateComplaint", "supervisor1", justified(500));
        hotel.time.runDueJobs();

        assertThatThrownBy(
                        () ->
                                complaint.complete(
                                        "approveCompensation",
                                        "supervisor1",
                                        Map.of("approved", "yes")))
                .satisfies(failure -> assertThat(Refusals.within(failure)).isPresent());
        assertThat(complaint.open()).containsExactly("approveCompensation");
        complaint.complete("approveCompensation", "supervisor2", Map.of("approved", "yes"));
    }

    private Case proposed(long yuan) {
        var complaint =
                hotel.report(noise().amountInDispute(Money.of(3000)))
                        .acknowledged()
                        .investigated(yuan);
        assertThat(complaint.open()).containsExactly("approveCompensation");
        return complaint;
    }

    // Refusal, callback, reopening

    @Test
    void aRefusedRemedyReopensTheCaseOneLevelHigher() {
        var complaint = hotel.report(noise()).acknowledged().investigated(0);

        refuse(complaint);

        assertThat(complaint.open()).containsExactly("investigateComplaint");
        assertThat(complaint.variable("level")).isEqualTo(1);
        assertThat(complaint.candidates("investigateComplaint"))
                .contains("rooms-service", "supervisor");
    }

    private void refuse(Case complaint) {
        complaint.complete(
                "remedyAndReply",
                "rooms1",
                Map.of(
                        "words", "We are sorry",
                        "guestAccepts", "no",
                        "refusalReason", "Too little"));
        hotel.time.runDueJobs();
    }

    @Test
    void anUnsatisfiedGuestReopensTheCaseWithANewClock() {
        var complaint = hotel.report(noise()).acknowledged().investigated(0).replied();
        assertThat(complaint.variable("checkDue")).isEqualTo(false);

        complaint.untilCallback().calledBack("no");

        assertThat(complaint.open()).containsExactly("investigateComplaint");
        assertThat(complaint.variable("level")).isEqualTo(1);
        assertThat(complaint.variable("checkDue")).isEqualTo(true);
        assertThat(complaint.task("investigateComplaint").getDueDate())
                .isAfter(Date.from(hotel.time.now()));
        assertThat(complaint.walked()).contains("clockStarted");
    }

    @Test
    void theThirdReopeningGoesToTheGeneralManager() {
        var complaint = hotel.report(noise()).acknowledged();

        for (var time = 1; time <= 3; time++) {
            complaint.investigated(0);
            refuse(complaint);
        }

        assertThat(hotel.desk.view(complaint.number).complaint().reopenings()).isEqualTo(3);
        assertThat(complaint.variable("ownerGroup")).isEqualTo("general-manager");
        assertThat(complaint.candidates("investigateComplaint")).contains("general-manager");
    }

    @Test
    void aGuestWhoIsNeverReachedIsCalledThreeTimesOnceADay() {
        var complaint = hotel.report(noise()).acknowledged().investigated(0).replied();
        complaint.untilCallback();

        for (var attempt = 1; attempt <= 2; attempt++) {
            var called = hotel.time.now();
            complaint.complete("callGuestBack", "callcentre1", Map.of("reached", "no"));
            assertThat(complaint.open()).isEmpty();
            complaint.untilCallback();
            assertThat(Duration.between(called, hotel.time.now()))
                    .isCloseTo(Duration.ofDays(1), Duration.ofMinutes(1));
        }
        complaint.complete("callGuestBack", "callcentre1", Map.of("reached", "no"));
        hotel.time.runDueJobs();

        assertThat(complaint.isRunning()).isFalse();
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.CLOSED);
    }

    // Escalation

    @Test
    void escalatesWhenTheAcknowledgementIsLate() {
        var complaint = hotel.report(noise());

        hotel.time.moveTo(hotel.desk.progress(complaint.number).acknowledgeBy());

        assertThat(complaint.variable("level")).isEqualTo(1);
        assertThat(complaint.candidates("acknowledgeComplaint"))
                .containsExactlyInAnyOrder("rooms-service", "supervisor");
        complaint.complete("acknowledgeComplaint", "supervisor1", Map.of("words", "So sorry"));
        assertThat(complaint.candidates("investigateComplaint")).contains("supervisor");
    }

    @Test
    void aCriticalComplaintGoesToTheGeneralManagerAtOnceWhenMissed() {
        var complaint = hotel.report(about(Category.FOOD_SAFETY, Harm.HEALTH));
        var before = complaint.task("acknowledgeComplaint").getPriority();

        hotel.time.advance(Duration.ofMinutes(15));

        assertThat(complaint.variable("level")).isEqualTo(3);
        assertThat(complaint.candidates("acknowledgeComplaint")).contains("general-manager");
        assertThat(complaint.task("acknowledgeComplaint").getPriority())
                .isGreaterThanOrEqualTo(before);
    }

    @Test
    void warnsAtThreeQuartersAndEscalatesEveryFurtherHalf() {
        var complaint = hotel.report(noise()).acknowledged();
        var start = hotel.desk.view(complaint.number).complaint().receivedAt();
        var allowed = Duration.ofHours(72);

        hotel.time.moveTo(start.plus(allowed.multipliedBy(74).dividedBy(100)));
        assertThat(warnings(complaint)).isZero();
        hotel.time.moveTo(start.plus(allowed.multipliedBy(75).dividedBy(100)));
        assertThat(warnings(complaint)).isEqualTo(1);
        assertThat(complaint.variable("level")).isEqualTo(0);

        for (var level = 1; level <= 3; level++) {
            var percent = 100 + (level - 1) * 50;
            hotel.time.moveTo(start.plus(allowed.multipliedBy(percent).dividedBy(100)));
            assertThat(complaint.variable("level")).isEqualTo(level);
        }
        assertThat(complaint.candidates("investigateComplaint")).contains("general-manager");
        assertThat(complaint.open()).containsExactly("investigateComplaint");
    }

    private long warnings(Case complaint) {
        return complaint.walked().stream().filter("escalateComplaint"::equals).count();
    }

    @Test
    void aDeadlineThatMovedArmsTheWatchAnew() {
        var complaint = hotel.report(noise());
        var first = complaint.variable("nextCheckAt");

        complaint.acknowledged();

        assertThat(complaint.variable("nextCheckAt")).isNotEqualTo(first);
        assertThat(complaint.walked()).contains("clockChanged");
        assertThat(watches(complaint))
                .containsExactly(hotel.desk.progress(complaint.number).nextCheckAt());
    }

    private List<Instant> watches(Case complaint) {
        return management
                .createJobQuery()
                .processInstanceId(complaint.instance())
                .activityId("nextCheckReached")
                .list()
                .stream()
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    @Test
    void twoChangesInARowLeaveOneWatch() {
        var complaint = hotel.report(noise()).acknowledged();

        regrade(complaint, Severity.S2);
        regrade(complaint, Severity.S3);

        assertThat(watches(complaint))
                .containsExactly(hotel.desk.progress(complaint.number).nextCheckAt());
    }

    @Test
    void anAnswerAndATimerAtTheSameMomentBothCount() throws Exception {
        for (var round = 0; round < 5; round++) {
            var complaint = hotel.report(noise());
            var task = complaint.task("acknowledgeComplaint").getId();
            var timer =
                    management
                            .createJobQuery()
                            .processInstanceId(complaint.instance())
                            .singleResult()
                            .getId();
            var together = new CyclicBarrier(2);
            var fired =
                    CompletableFuture.runAsync(
                            () -> {
                                await(together);
                                fire(timer);
                            });
            await(together);
            hotel.as("rooms1", () -> hotel.forms.submitTaskForm(task, Map.of("words", "Sorry")));
            fired.get();
            hotel.time.advance(Duration.ofMinutes(1));

            assertThat(complaint.open()).containsExactly("investigateComplaint");
            assertThat(watches(complaint))
                    .containsExactly(hotel.desk.progress(complaint.number).nextCheckAt());
            assertThat(complaint.variable("nextCheckAt"))
                    .isEqualTo(Date.from(hotel.desk.progress(complaint.number).nextCheckAt()));
        }
        assertThat(hotel.runtime.createIncidentQuery().count()).isZero();
    }

    /**
     * As the job executor does: a job that another transaction overtook is gone, or comes again.
     */
    private void fire(String timer) {
        try {
            management.executeJob(timer);
        } catch (NullValueException e) {
            assertThat(e).hasMessageContaining("No job found");
        } catch (RuntimeException e) {
            assertThat(Retrying.isPassing(e)).as("%s", e).isTrue();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingEscalatesWhileTheGuestIsAwaited() {
        var complaint = waiting();

        hotel.time.advance(Duration.ofDays(6));

        assertThat(complaint.variable("level")).isEqualTo(0);
        assertThat(complaint.walked()).doesNotContain("escalateComplaint");
    }

    // At any time

    private void regrade(Case complaint, Severity severity) {
        hotel.process.regrade(
                complaint.number, new Regrade(severity, "The guest is a minister"), MANAGER);
    }

    @Test
    void theManagerGradesAnewAtAnyTime() {
        var complaint = hotel.report(noise());

        regrade(complaint, Severity.S1);

        assertThat(complaint.variable("severity")).isEqualTo("S1");
        assertThat(complaint.walked()).contains("regradeRequested", "complaintRegraded");
        assertThat(complaint.candidates("acknowledgeComplaint"))
                .contains("customer-service-manager");
        assertThat(complaint.task("acknowledgeComplaint").getDueDate())
                .isEqualTo(Date.from(hotel.desk.progress(complaint.number).acknowledgeBy()));
    }

    @Test
    void onlyTheManagerGradesAnew() {
        var complaint = hotel.report(noise());

        assertThatThrownBy(
                        () ->
                                hotel.process.regrade(
                                        complaint.number,
                                        new Regrade(Severity.S1, "I say so"),
                                        CALL_CENTRE))
                .isInstanceOf(Refusal.class);
        assertThat(complaint.variable("severity")).isEqualTo("S3");
    }

    @Test
    void aWithdrawalEndsTheCaseAtEveryStage() {
        withdraw(hotel.report(noise()));
        withdraw(hotel.report(noise()).acknowledged());
        withdraw(waiting());
        withdraw(proposed(500));
        withdraw(hotel.report(noise()).acknowledged().investigated(0));
        withdraw(hotel.report(noise()).acknowledged().investigated(0).replied());
        withdraw(hotel.report(noise()).acknowledged().investigated(0).replied().untilCallback());
        var decided = hotel.report(noise()).acknowledged();
        decided.complete("investigateComplaint", "rooms1", justified(0));
        withdraw(decided);
    }

    private void withdraw(Case complaint) {
        hotel.process.withdraw(complaint.number, new Withdrawal("It was my mistake"), PMS);

        assertThat(complaint.isRunning()).isFalse();
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(complaint.walked()).endsWith("withdrawalArchived");
    }

    @Test
    void aMessageFromElsewhereCannotEndACase() {
        var complaint = hotel.report(noise());

        assertThatThrownBy(
                        () ->
                                hotel.runtime
                                        .createMessageCorrelation("complaintWithdrawn")
                                        .processInstanceBusinessKey(complaint.number.value())
                                        .correlate())
                .satisfies(failure -> assertThat(Refusals.within(failure)).isPresent());
        assertThat(complaint.isRunning()).isTrue();
    }

    @Test
    void aCaseThatIsOverTakesNothingMore() {
        var complaint = hotel.report(noise());
        withdraw(complaint);

        assertThatThrownBy(
                        () ->
                                hotel.process.withdraw(
                                        complaint.number, new Withdrawal("Again"), PMS))
                .isInstanceOf(Refusal.class);
    }

    // News entered in the Tasklist

    @Test
    void staffEnterAMessageAWithdrawalAndARegrade() {
        var complaint = hotel.report(noise());
        var number = complaint.number.value();

        startForm(
                "callcentre1",
                ComplaintProcess.UPDATE_KEY,
                Map.of(
                        "complaintNumber", number,
                        "update", "MESSAGE",
                        "channel", "WECHAT",
                        "text", "Still loud"));
        assertThat(hotel.desk.view(complaint.number).messages()).hasSize(1);

        startForm(
                "manager1",
                ComplaintProcess.UPDATE_KEY,
                Map.of(
                        "complaintNumber", number,
                        "update", "REGRADE",
                        "severity", "S2",
                        "text", "A writer of travel guides"));
        assertThat(complaint.variable("severity")).isEqualTo("S2");

        startForm(
                "callcentre1",
                ComplaintProcess.UPDATE_KEY,
                Map.of(
                        "complaintNumber", number,
                        "update", "WITHDRAWAL",
                        "text", "Settled"));
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.WITHDRAWN);
    }

    @Test
    void newsOfAnUnknownCaseAreRefused() {
        assertThatThrownBy(
                        () ->
                                startForm(
                                        "callcentre1",
                                        ComplaintProcess.UPDATE_KEY,
                                        Map.of(
                                                "complaintNumber", "CMP-2026-999999",
                                                "update", "WITHDRAWAL",
                                                "text", "Settled")))
                .satisfies(failure -> assertThat(Refusals.within(failure)).isPresent());
    }

    // Corrective action

    @Test
    void aMeasureWithoutEffectIsTakenAgain() {
        var complaint = hotel.report(about(Category.FOOD_SAFETY, Harm.HEALTH)).acknowledged();
        var answers = justified(0);
        answers.put("rootCause", "FOOD_STORAGE");
        answers.put("answerable", "banquet-service");
        complaint.complete("investigateComplaint", "banquet1", answers);
        hotel.time.runDueJobs();
        assertThat(complaint.open()).containsExactly("remedyAndReply");
        assertThat(complaint.walked()).contains("openCorrectiveAction");

        var action =
                hotel
                .new Case(hotel.desk.view(complaint.number).correctiveActions().get(0).number());
        state(action);
        assertThat(action.open()).isEmpty();
        hotel.time.advance(Duration.ofDays(30));
        verify(action, "no");
        assertThat(action.open()).containsExactly("stateCauseAndMeasure");
        state(action);
        hotel.time.advance(Duration.ofDays(30));
        verify(action, "yes");

        assertThat(action.isRunning()).isFalse();
        assertThat(action.walked()).endsWith("correctiveActionEnded");
    }

    private void state(Case action) {
        assertThat(action.candidates("stateCauseAndMeasure")).containsExactly("banquet-service");
        action.complete(
                "stateCauseAndMeasure",
                "banquet1",
                Map.of("cause", "Cold chain broken", "measure", "New fridge"));
    }

    private void verify(Case action, String effective) {
        action.complete(
                "verifyEffect",
                "quality1",
                Map.of("isEffective", effective, "words", "Looked at the log"));
    }

    // What a person can do through the engine

    @Test
    void anAnswerCannotSetWhatAGatewayReads() {
        var complaint = hotel.report(noise());
        var id = complaint.task("acknowledgeComplaint").getId();
        var answers = new TreeMap<String, Object>(Map.of("words", "Sorry"));
        answers.put("severity", "S4");
        answers.put("waitingForGuest", true);
        answers.put("level", 3);
        answers.put("anything", "else");

        hotel.as("rooms1", () -> hotel.tasks.complete(id, answers));

        assertThat(complaint.variable("severity")).isEqualTo("S3");
        assertThat(complaint.variable("level")).isEqualTo(0);
        assertThat(hotel.runtime.getVariables(complaint.instance()))
                .doesNotContainKeys("anything", "words", "waitingForGuest");
    }

    @Test
    void aRefusedAnswerLeavesTheTaskOpen() {
        var complaint = hotel.report(noise()).acknowledged();
        var answers = justified(0);
        answers.put("finding", "MAYBE");

        assertThatThrownBy(() -> complaint.complete("investigateComplaint", "rooms1", answers))
                .hasMessageContaining("finding");
        assertThat(complaint.open()).containsExactly("investigateComplaint");
    }

    @Test
    void nothingThatPeopleWroteIsInTheEngine() {
        var complaint =
                hotel.report(noise().contact(LI_WEI).amountInDispute(Money.of(3000)))
                        .acknowledged()
                        .investigated(100)
                        .replied();
        complaint.untilCallback().calledBack("yes");

        assertThat(
                        hotel.history.createHistoricVariableInstanceQuery().list().stream()
                                .map(variable -> variable.getName()))
                .isSubsetOf(ComplaintVariables.ANSWERS)
                .contains("severity", "callbackOutcome");
        assertThat(hotel.history.createHistoricDetailQuery().list().toString())
                .doesNotContain("李伟", "neighbours", "Thank you");
    }

    @Test
    void aFormShowsWhatThePersonNeedsInBothLanguages() {
        var complaint =
                hotel.report(
                        noise().contact(
                                        new Contact(
                                                "<b>Eve</b> [x](http://evil)",
                                                null,
                                                "13900000000",
                                                null,
                                                null)));
        var shown =
                hotel.forms.getTaskFormVariables(complaint.task("acknowledgeComplaint").getId());

        assertThat(shown.get("caseText").toString())
                .contains(complaint.number.value(), "S3 normal", "Acknowledge by")
                .doesNotContain("<b>", "](http");
        assertThat(shown.get("caseTextZh").toString()).contains("S3 一般", "确认期限");
        assertThat(shown.get("guestWords").toString()).contains("loud all night");
        assertThat(shown.get("reasons").toString()).isNotEmpty();
        assertThat(shown.get("reasonsZh").toString()).isNotEqualTo(shown.get("reasons"));
        assertThat(hotel.runtime.getVariables(complaint.instance()))
                .doesNotContainKeys("caseText", "guestWords");
    }
}
