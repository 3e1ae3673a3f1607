package dev.innkeeper.complaint;

import static dev.innkeeper.complaint.ComplaintFixtures.ANNA;
import static dev.innkeeper.complaint.ComplaintFixtures.AUDITOR;
import static dev.innkeeper.complaint.ComplaintFixtures.CALL_CENTRE;
import static dev.innkeeper.complaint.ComplaintFixtures.LI_WEI;
import static dev.innkeeper.complaint.ComplaintFixtures.MANAGER;
import static dev.innkeeper.complaint.ComplaintFixtures.PMS;
import static dev.innkeeper.complaint.ComplaintFixtures.ROOMS;
import static dev.innkeeper.complaint.ComplaintFixtures.SUPERVISOR;
import static dev.innkeeper.complaint.ComplaintFixtures.about;
import static dev.innkeeper.complaint.ComplaintFixtures.found;
import static dev.innkeeper.complaint.ComplaintFixtures.justified;
import static dev.innkeeper.complaint.ComplaintFixtures.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.ClockView;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.complaint.ComplaintFixtures.Life;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.InnkeeperClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.TemporalUnitOffset;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InnkeeperTest
class ComplaintDeskIT {

    /** The clock runs on while a test works. */
    private static final TemporalUnitOffset SOON = within(20, ChronoUnit.SECONDS);

    @Autowired private ComplaintDesk desk;
    @Autowired private CustomerDesk customers;
    @Autowired private InnkeeperClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private IdentityService identity;

    private Instant start;

    @BeforeEach
    void noteTheTime() {
        start = clock.instant();
    }

    // Receiving and grading

    @Test
    void gradesAComplaintAndStartsItsClocks() {
        CaseNumber number = desk.register(noise().receivedAt(start).build(), PMS).number();
        assertThat(desk.progress(number).status()).isEqualTo(ComplaintStatus.RECEIVED);

        Progress graded = desk.grade(number);

        assertThat(number.value()).matches("CMP-2026-\\d{6}");
        assertThat(graded.status()).isEqualTo(ComplaintStatus.ASSESSED);
        assertThat(graded.severity()).isEqualTo(Severity.S3);
        assertThat(graded.ownerGroup()).isEqualTo(Group.ROOMS_SERVICE);
        assertThat(graded.apologyGroup()).isEqualTo(Group.ROOMS_SERVICE);
        assertThat(graded.candidateGroups()).containsExactly(Group.ROOMS_SERVICE);
        assertThat(graded.acknowledgeBy()).isCloseTo(start.plus(Duration.ofHours(2)), SOON);
        assertThat(graded.resolveBy()).isCloseTo(start.plus(Duration.ofHours(72)), SOON);
        assertThat(graded.nextCheckAt()).isCloseTo(start.plus(Duration.ofHours(2)), SOON);
        assertThat(graded.checkDue()).isTrue();
        assertThat(graded.triageToBeChecked()).isFalse();
        TaskView view = desk.view(number);
        assertThat(events(view))
                .contains("COMPLAINT_RECEIVED", "COMPLAINT_GRADED", "DEADLINES_SET");
        assertThat(entry(view, "COMPLAINT_GRADED").reasons()).isNotEmpty();
        assertThat(entry(view, "COMPLAINT_GRADED").decisionId()).isNotNull();
        assertThat(view.allowed()).contains(ComplaintAction.ACKNOWLEDGE);
        assertThat(notices("complaint.assigned")).isEqualTo(1);
    }

    @Test
    void aBillingComplaintRunsOnOfficeHours() {
        Instant friday = Instant.parse("2026-03-06T09:00:00Z");
        clock.moveTo(friday);
        Life life = Life.of(desk, about(Category.BILLING, Harm.FINANCIAL).receivedAt(friday));

        assertThat(desk.progress(life.number()).acknowledgeBy())
                .isEqualTo(Instant.parse("2026-03-09T02:00:00Z"));
    }

    @Test
    void aTextAloneIsTriaged() {
        CaseNumber number =
                desk.register(Intake.said(Channel.WECHAT, "房间太吵了，隔音很差，一晚上没睡好").build(), PMS)
                        .number();
        Progress graded = desk.grade(number);

        assertThat(graded.triageToBeChecked()).isTrue();
        ComplaintView view = desk.view(number).complaint();
        assertThat(view.category()).isEqualTo(Category.NOISE);
        assertThat(view.triaged())
                .containsExactly("category", "dimension", "harm", "lawyerOrPressNamed");
    }

    @Test
    void keepsWhateverAGuestWrites() {
        String text =
                "😡 '; DROP TABLE complaint; -- <script>alert(1)</script> \u202Eabc ${7*7} 很吵";
        CaseNumber number = desk.register(Intake.said(Channel.WEB, text).build(), PMS).number();

        assertThat(desk.view(number).complaint().text()).isEqualTo(text);
    }

    @Test
    void refusesAnIntakeThatCannotBe() {
        assertRefused(
                Refusal.Kind.INVALID,
                "receivedAt",
                () -> register(noise().receivedAt(start.plus(Duration.ofDays(1)))));
        assertRefused(
                Refusal.Kind.INVALID,
                "receivedAt",
                () -> register(noise().receivedAt(Instant.parse("1970-01-01T00:00:00Z"))));
        assertRefused(
                Refusal.Kind.INVALID,
                "checkOutAt",
                () -> register(noise().checkOutAt(Instant.parse("9999-01-01T00:00:00Z"))));
        assertRefused(
                Refusal.Kind.INVALID,
                "eventEnd",
                () -> register(noise().event(start, start.minusSeconds(60))));
        assertRefused(
                Refusal.Kind.INVALID, "text", () -> register(Intake.said(Channel.WEB, " \n ")));
        assertRefused(
                Refusal.Kind.INVALID,
                "text",
                () -> register(Intake.said(Channel.WEB, "x".repeat(20_001))));
        assertRefused(
                Refusal.Kind.UNKNOWN, "customerId", () -> register(noise().customerId("CUS-9")));
        assertRefused(Refusal.Kind.FORBIDDEN, "", () -> desk.register(noise().build(), AUDITOR));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM complaint").query(Long.class).single()).isZero();
    }

    @Test
    void anExternalIdComesOnceFromEachCaller() {
        CaseNumber first = register(noise().externalId("X-1"));

        assertRefused(
                Refusal.Kind.NOT_NOW, "externalId", () -> register(noise().externalId("X-1")));
        assertThat(desk.findByExternalId("X-1", PMS)).contains(first);
        assertThat(desk.findByExternalId("X-1", ROOMS)).isEmpty();
        desk.register(noise().externalId("X-1").build(), ROOMS);
    }

    @Test
    void ofTwoEqualExternalIdsAtTheSameMomentOneIsTaken() throws Exception {
        for (int round = 0; round < 5; round++) {
            Intake intake = noise().externalId("race-" + round).build();
            List<Object> answers = together(4, () -> desk.register(intake, PMS));
            assertThat(answers).filteredOn(Registered.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !(answer instanceof Registered))
                    .allSatisfy(
                            answer ->
                                    assertThat(((Refusal) answer).kind())
                                            .isEqualTo(Refusal.Kind.NOT_NOW));
        }
    }

    // The customer and linked complaints

    @Test
    void theSecondComplaintAboutTheSameJoinsTheFirstAndMakesItGraver() {
        Life first = Life.of(desk, noise().contact(LI_WEI));
        clock.advance(Duration.ofHours(3));

        Registered second =
                desk.register(
                        noise().contact(new Contact(null, null, "+86 13800138000", null, null))
                                .build(),
                        PMS);

        assertThat(second.linkedTo()).isEqualTo(first.number());
        assertThat(second.earlierRegraded()).isTrue();
        assertThat(desk.progress(second.number()).linkedToExisting()).isTrue();
        assertThat(desk.progress(first.number()).severity()).isEqualTo(Severity.S2);
        assertThat(desk.view(first.number()).links())
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.other()).isEqualTo(second.number());
                            assertThat(link.kind()).isEqualTo(CaseLink.Kind.HANDLES);
                        });
        assertThat(desk.view(first.number()).customer().complaints()).isEqualTo(2);
        assertThat(desk.view(first.number()).customer().openComplaints()).isEqualTo(1);
        assertThat(desk.view(first.number()).history()).hasSize(1);
        assertThatThrownBy(() -> desk.grade(second.number())).isInstanceOf(Refusal.class);
    }

    @Test
    void anotherCategoryOrAnotherDayIsACaseOfItsOwn() {
        Life.of(desk, noise().contact(LI_WEI));

        assertThat(
                        desk.register(
                                        about(Category.BILLING, Harm.NONE).contact(LI_WEI).build(),
                                        PMS)
                                .linkedToExisting())
                .isFalse();
        clock.advance(Duration.ofHours(25));
        assertThat(desk.register(noise().contact(LI_WEI).build(), PMS).linkedToExisting())
                .isFalse();
    }

    @Test
    void anAnonymousGuestIsNeverLinked() {
        Life.of(desk, noise());

        Registered second = desk.register(noise().build(), PMS);

        assertThat(second.linkedToExisting()).isFalse();
        assertThat(desk.view(second.number()).customer()).isNull();
    }

    @Test
    void ofTwoFirstComplaintsAtTheSameMomentOneJoinsTheOther() throws Exception {
        Intake intake = noise().contact(ANNA).build();

        List<Object> answers = together(2, () -> desk.register(intake, PMS));

        assertThat(
                        jdbc.sql("SELECT COUNT(DISTINCT customer_id) FROM complaint")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Registered done && done.linkedToExisting())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM customer").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void aKeyAccountIsUrgentAndItsDepartmentHelps() {
        String id = customers.enter(LI_WEI, Tier.KEY_ACCOUNT, PMS).id();

        Life life = Life.of(desk, noise().customerId(id));

        Progress progress = desk.progress(life.number());
        assertThat(progress.severity()).isEqualTo(Severity.S2);
        assertThat(progress.candidateGroups())
                .containsExactly(Group.ROOMS_SERVICE, Group.KEY_ACCOUNT_SERVICE);
        assertThat(progress.apologyGroup()).isEqualTo(Group.SUPERVISOR);
    }

    // Acknowledging, clocks and escalation

    @Test
    void anAcknowledgementInTimeMeetsItsClock() {
        Life life = Life.of(desk, noise());
        clock.advance(Duration.ofMinutes(30));

        Progress progress = life.acknowledged().desk().progress(life.number());

        assertThat(progress.status()).isEqualTo(ComplaintStatus.INVESTIGATING);
        assertThat(progress.acknowledgeBy()).isNull();
        assertThat(progress.nextCheckAt()).isCloseTo(start.plus(Duration.ofHours(54)), SOON);
        ClockView acknowledge = clock(life, "ACKNOWLEDGE");
        assertThat(acknowledge.state()).isEqualTo(ClockView.State.MET);
        assertThat(acknowledge.late()).isFalse();
        assertThat(acknowledge.percentElapsed()).isEqualTo(25);
        assertThat(marks(acknowledge)).containsExactly(ClockView.Mark.STARTED, ClockView.Mark.MET);
        assertRefused(Refusal.Kind.NOT_NOW, "", life::acknowledged);
    }

    @Test
    void anAcknowledgementTooLateIsNotedAsMissedAtTheDeadline() {
        Life life = Life.of(desk, noise());
        clock.advance(Duration.ofHours(3));

        life.acknowledged();

        ClockView acknowledge = clock(life, "ACKNOWLEDGE");
        assertThat(acknowledge.late()).isTrue();
        assertThat(marks(acknowledge))
                .containsExactly(ClockView.Mark.STARTED, ClockView.Mark.MISSED, ClockView.Mark.MET);
        assertThat(acknowledge.ledger().get(1).at())
                .isCloseTo(start.plus(Duration.ofHours(2)), SOON);
    }

    @Test
    void aMissedAcknowledgementOfTheGravestGoesToTheGeneralManagerAtOnce() {
        Life life = Life.of(desk, about(Category.FOOD_SAFETY, Harm.HEALTH));
        assertThat(desk.progress(life.number()).acknowledgeBy())
                .isCloseTo(start.plus(Duration.ofMinutes(15)), SOON);
        clock.advance(Duration.ofMinutes(15));

        Progress progress = desk.escalate(life.number());

        assertThat(progress.level()).isEqualTo(3);
        assertThat(progress.ownerGroup()).isEqualTo(Group.GENERAL_MANAGER);
        assertThat(progress.candidateGroups())
                .contains(Group.BANQUET_SERVICE, Group.GENERAL_MANAGER);
        assertThat(progress.nextCheckAt()).isCloseTo(start.plus(Duration.ofHours(3)), SOON);
        assertThat(entry(desk.view(life.number()), "COMPLAINT_ESCALATED").reasons())
                .anyMatch(reason -> reason.contains("|"));
        assertThat(told("complaint.escalated"))
                .contains("general-manager", "customer-service-manager", "banquet-service");
    }

    @Test
    void theTimeToResolveWarnsFirstAndThenRaisesStepByStep() {
        Life life = Life.of(desk, noise()).acknowledged();

        clock.moveTo(desk.progress(life.number()).nextCheckAt());
        Progress warned = desk.escalate(life.number());
        assertThat(warned.level()).isZero();
        assertThat(notices("complaint.warning")).isEqualTo(1);
        assertThat(warned.nextCheckAt()).isCloseTo(start.plus(Duration.ofHours(72)), SOON);
        assertThat(desk.escalate(life.number()).level()).isZero();
        assertThat(notices("complaint.warning")).isEqualTo(1);

        for (int level = 1; level <= 3; level++) {
            clock.moveTo(desk.progress(life.number()).nextCheckAt());
            assertThat(desk.escalate(life.number()).level()).isEqualTo(level);
        }
        assertThat(clock.instant()).isCloseTo(start.plus(Duration.ofHours(144)), SOON);
        assertThat(desk.progress(life.number()).checkDue()).isFalse();
        assertThat(marks(clock(life, "RESOLVE")))
                .containsExactly(ClockView.Mark.STARTED, ClockView.Mark.MISSED);
    }

    @Test
    void theResolveClockStandsStillWhileTheGuestIsAsked() {
        Life life = Life.of(desk, noise()).acknowledged();
        clock.advance(Duration.ofHours(10));

        Progress waiting =
                desk.investigate(
                        life.number(),
                        new Investigation.WaitingForGuest("Which room was it?"),
                        ROOMS);
        assertThat(waiting.waitingForGuest()).isTrue();
        assertThat(waiting.waitForGuestUntil())
                .isCloseTo(clock.instant().plus(Duration.ofDays(7)), SOON);
        assertThat(waiting.checkDue()).isFalse();
        assertThat(waiting.resolveBy()).isNull();

        clock.advance(Duration.ofDays(7));
        Progress resumed = desk.resumeInvestigation(life.number());
        assertThat(resumed.status()).isEqualTo(ComplaintStatus.INVESTIGATING);
        assertThat(resumed.resolveBy())
                .isCloseTo(start.plus(Duration.ofHours(72)).plus(Duration.ofDays(7)), SOON);
        assertThat(entry(desk.view(life.number()), "INVESTIGATION_RESUMED").what())
                .startsWith("The guest did not answer in time");
        assertThat(marks(clock(life, "RESOLVE")))
                .containsExactly(
                        ClockView.Mark.STARTED, ClockView.Mark.PAUSED, ClockView.Mark.RESUMED);
    }

    // Compensation

    @Test
    void aSmallCompensationNeedsNoApproval() {
        Life life = Life.of(desk, noise().amountInDispute(Money.of(1_000))).acknowledged();

        Progress decided = life.investigated(200).desk().progress(life.number());

        assertThat(decided.approvalNeeded()).isFalse();
        assertThat(decided.compensationApproved()).isTrue();
        assertThat(decided.correctiveActionNeeded()).isFalse();
        assertThat(decided.status()).isEqualTo(ComplaintStatus.DECIDED);
        life.replied();
        CompensationView given = desk.view(life.number()).compensations().get(0);
        assertThat(given.state()).isEqualTo(CompensationView.State.GIVEN);
        assertThat(given.ceiling()).isEqualTo(Money.of(300));
    }

    @Test
    void moreThanTheCeilingOrAnotherKindIsRefused() {
        Life life = Life.of(desk, noise().amountInDispute(Money.of(1_000))).acknowledged();

        assertRefused(
                Refusal.Kind.REFUSED,
                "amount",
                () -> desk.investigate(life.number(), justified(301), ROOMS));
        assertRefused(
                Refusal.Kind.REFUSED,
                "remedyKinds",
                () ->
                        desk.investigate(
                                life.number(),
                                found(Finding.PARTLY, Set.of(RemedyKind.REFUND), 10),
                                ROOMS));
        assertRefused(
                Refusal.Kind.REFUSED,
                "amount",
                () ->
                        desk.investigate(
                                life.number(),
                                found(Finding.UNJUSTIFIED, Set.of(RemedyKind.APOLOGY), 10),
                                ROOMS));
        assertThat(desk.view(life.number()).findings()).isEmpty();
        assertThat(desk.progress(life.number()).status()).isEqualTo(ComplaintStatus.INVESTIGATING);
    }

    @Test
    void anInvestigationNamesCauseDepartmentAndAccount() {
        Life life = Life.of(desk, noise()).acknowledged();
        Investigation.Found good = justified(0);

        assertRefused(
                Refusal.Kind.INVALID,
                "account",
                () -> desk.investigate(life.number(), with(good, "", "NOISE_GUESTS"), ROOMS));
        assertRefused(
                Refusal.Kind.INVALID,
                "rootCause",
                () -> desk.investigate(life.number(), with(good, "x", "BAD_LUCK"), ROOMS));
        assertRefused(
                Refusal.Kind.REFUSED,
                "answerable",
                () ->
                        desk.investigate(
                                life.number(),
                                new Investigation.Found(
                                        good.finding(),
                                        "x",
                                        good.rootCause(),
                                        "",
                                        Group.AUDITOR,
                                        good.remedy()),
                                ROOMS));
    }

    @Test
    void aLargerCompensationIsApprovedBySomebodyElse() {
        Life life = waitingForApproval(600);
        Progress progress = desk.progress(life.number());
        assertThat(progress.approvalNeeded()).isTrue();
        assertThat(progress.approverGroup()).isEqualTo(Group.SUPERVISOR);
        assertThat(told("complaint.approval")).containsExactly("supervisor");

        assertRefused(
                Refusal.Kind.FORBIDDEN,
                "",
                () ->
                        desk.approveCompensation(
                                life.number(),
                                new Approval(true, ""),
                                new Actor("rooms1", Set.of(Group.SUPERVISOR))));
        assertRefused(
                Refusal.Kind.FORBIDDEN,
                "",
                () -> desk.approveCompensation(life.number(), new Approval(true, ""), MANAGER));
        assertRefused(
                Refusal.Kind.INVALID,
                "reason",
                () ->
                        desk.approveCompensation(
                                life.number(), new Approval(false, " "), SUPERVISOR));

        Progress approved =
                desk.approveCompensation(life.number(), new Approval(true, "fair"), SUPERVISOR);
        assertThat(approved.compensationApproved()).isTrue();
        assertThat(approved.status()).isEqualTo(ComplaintStatus.DECIDED);
    }

    @Test
    void aRejectionGoesBackToTheInvestigationWithItsReason() {
        Life life = waitingForApproval(600);

        Progress rejected =
                desk.approveCompensation(
                        life.number(), new Approval(false, "A voucher is enough"), SUPERVISOR);

        assertThat(rejected.compensationApproved()).isFalse();
        assertThat(rejected.status()).isEqualTo(ComplaintStatus.INVESTIGATING);
        assertThat(entry(desk.view(life.number()), "COMPENSATION_REJECTED").note())
                .isEqualTo("A voucher is enough");
        assertThat(life.investigated(100).desk().progress(life.number()).approvalNeeded())
                .isFalse();
    }

    @Test
    void aProposerOfTheApprovingGroupIsApprovedByAColleague() {
        Life life = Life.of(desk, noise().amountInDispute(Money.of(100_000))).acknowledged();
        desk.investigate(
                life.number(), justified(600), new Actor("supervisor1", Set.of(Group.SUPERVISOR)));

        assertThat(desk.decideCompensation(life.number()).approverGroup())
                .isEqualTo(Group.SUPERVISOR);
        assertRefused(
                Refusal.Kind.FORBIDDEN,
                "",
                () -> desk.approveCompensation(life.number(), new Approval(true, ""), SUPERVISOR));
        desk.approveCompensation(
                life.number(),
                new Approval(true, ""),
                new Actor("supervisor2", Set.of(Group.SUPERVISOR)));
    }

    @Test
    void whereNobodyElseOfTheGroupIsThereTheNextLevelApproves() {
        Life life = Life.of(desk, noise().amountInDispute(Money.of(4_000))).acknowledged();
        identity.deleteMembership("supervisor2", Group.SUPERVISOR.id());
        try {
            desk.investigate(life.number(), justified(600), SUPERVISOR);

            assertThat(desk.decideCompensation(life.number()).approverGroup())
                    .isEqualTo(Group.CUSTOMER_SERVICE_MANAGER);
            assertRefused(
                    Refusal.Kind.FORBIDDEN,
                    "",
                    () ->
                            desk.approveCompensation(
                                    life.number(), new Approval(true, ""), SUPERVISOR));
            desk.approveCompensation(life.number(), new Approval(true, ""), MANAGER);
        } finally {
            identity.createMembership("supervisor2", Group.SUPERVISOR.id());
        }
    }

    @Test
    void theThirdCompensationOfACustomerIsApprovedHigherAndFlagged() {
        for (int i = 0; i < 2; i++) {
            Life.of(desk, noise().contact(LI_WEI).amountInDispute(Money.of(1_000)))
                    .acknowledged()
                    .investigated(100)
                    .replied();
            clock.advance(Duration.ofDays(2));
        }

        Life third =
                Life.of(desk, noise().contact(LI_WEI).amountInDispute(Money.of(1_000)))
                        .acknowledged()
                        .investigated(100);

        assertThat(desk.progress(third.number()).approverGroup()).isEqualTo(Group.SUPERVISOR);
        assertThat(desk.view(third.number()).compensations().get(0).flagged()).isTrue();
    }

    @Test
    void whatWasGivenBeforeCountsInTheSameCase() {
        Life life =
                Life.of(desk, noise().amountInDispute(Money.of(1_000)))
                        .acknowledged()
                        .investigated(200)
                        .replied();
        life.unsatisfied();

        assertRefused(
                Refusal.Kind.REFUSED,
                "amount",
                () -> desk.investigate(life.number(), justified(101), ROOMS));
        life.investigated(100);
        assertThat(desk.progress(life.number()).approverGroup()).isEqualTo(Group.SUPERVISOR);
    }

    // Reply, callback, reopening, closing

    @Test
    void aReplyMeetsTheResolveClockAndSetsTheCallback() {
        Life life = Life.of(desk, noise()).answered();

        Progress progress = desk.progress(life.number());
        assertThat(progress.status()).isEqualTo(ComplaintStatus.RESPONDED);
        assertThat(progress.callbackDueAt()).isCloseTo(start.plus(Duration.ofHours(72)), SOON);
        assertThat(progress.checkDue()).isFalse();
        assertThat(clock(life, "RESOLVE").state()).isEqualTo(ClockView.State.MET);
    }

    @Test
    void aRefusedRemedyKeepsTheClockRunningAndRaisesTheLevel() {
        Life life = Life.of(desk, noise()).acknowledged().investigated(0);
        Instant due = desk.progress(life.number()).resolveBy();

        Progress reopened = life.refused();

        assertThat(reopened.status()).isEqualTo(ComplaintStatus.INVESTIGATING);
        assertThat(reopened.level()).isEqualTo(1);
        assertThat(reopened.ownerGroup()).isEqualTo(Group.SUPERVISOR);
        assertThat(reopened.resolveBy()).isEqualTo(due);
        assertThat(desk.view(life.number()).compensations().get(0).state())
                .isEqualTo(CompensationView.State.REFUSED_BY_GUEST);
    }

    @Test
    void anUnsatisfiedGuestGetsANewClockAndTheThirdReopeningTheGeneralManager() {
        Life life = Life.of(desk, noise()).answered();
        clock.advance(Duration.ofDays(3));

        Progress first = life.unsatisfied();
        assertThat(first.level()).isEqualTo(1);
        assertThat(first.resolveBy()).isCloseTo(clock.instant().plus(Duration.ofHours(72)), SOON);
        assertThat(desk.view(life.number()).clocks()).hasSize(3);

        assertThat(life.investigated(0).refused().level()).isEqualTo(2);
        Progress third = life.investigated(0).replied().unsatisfied();
        assertThat(third.level()).isEqualTo(3);
        assertThat(third.ownerGroup()).isEqualTo(Group.GENERAL_MANAGER);
        assertThat(desk.view(life.number()).complaint().reopenings()).isEqualTo(3);
        assertThat(notices("complaint.reopened")).isEqualTo(3);
    }

    @Test
    void theCallbackTriesThreeTimesOnceADay() {
        Life life = Life.of(desk, noise().contact(LI_WEI)).answered();
        clock.moveTo(desk.progress(life.number()).callbackDueAt());

        for (int attempt = 1; attempt <= 2; attempt++) {
            Progress again = desk.callBack(life.number(), Callback.notReached("busy"), CALL_CENTRE);
            assertThat(again.callbackOutcome()).isEqualTo(CallbackOutcome.TRY_AGAIN);
            assertThat(again.callbackDueAt())
                    .isCloseTo(clock.instant().plus(Duration.ofDays(1)), SOON);
            assertRefused(Refusal.Kind.NOT_NOW, "", () -> desk.close(life.number()));
            clock.moveTo(again.callbackDueAt());
        }
        assertThat(
                        desk.callBack(life.number(), Callback.notReached(""), CALL_CENTRE)
                                .callbackOutcome())
                .isEqualTo(CallbackOutcome.NOT_REACHED);
        Progress closed = desk.close(life.number());

        assertThat(closed.status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(desk.view(life.number()).callbacks()).hasSize(3);
        assertThat(desk.view(life.number()).customer().lastSatisfied()).isNull();
        assertThat(desk.view(life.number()).customer().openComplaints()).isZero();
    }

    @Test
    void aSatisfiedGuestClosesTheCaseAndTheCustomersFileKnows() {
        Life life = Life.of(desk, noise().contact(LI_WEI)).answered();

        desk.callBack(
                life.number(),
                new Callback(
                        true,
                        true,
                        List.of(new ServqualScore(ServqualDimension.EMPATHY, 5, 7)),
                        "Thank you"),
                CALL_CENTRE);
        desk.close(life.number());

        TaskView view = desk.view(life.number());
        assertThat(view.customer().lastSatisfied()).isTrue();
        assertThat(view.callbacks().get(0).scores())
                .containsExactly(new ServqualScore(ServqualDimension.EMPATHY, 5, 7));
        assertThat(view.allowed())
                .containsExactlyInAnyOrder(
                        ComplaintAction.MESSAGE, ComplaintAction.ATTACH, ComplaintAction.COMMENT);
        assertThat(told("complaint.closed")).contains("rooms-service", "customer-information");
        assertRefused(
                Refusal.Kind.NOT_NOW,
                "",
                () -> desk.withdraw(life.number(), new Withdrawal("too late"), PMS));
    }

    @Test
    void aGuestWhoWasNotReachedGivesNoAnswer() {
        Life life = Life.of(desk, noise()).answered();
        ServqualScore score = new ServqualScore(ServqualDimension.EMPATHY, 5, 7);

        assertRefused(
                Refusal.Kind.INVALID,
                "satisfied",
                () -> call(life, new Callback(false, true, List.of(), "")));
        assertRefused(
                Refusal.Kind.INVALID,
                "scores",
                () -> call(life, new Callback(false, false, List.of(score), "")));
        assertRefused(
                Refusal.Kind.INVALID,
                "scores",
                () -> call(life, new Callback(true, true, List.of(score, score), "")));
        assertThatThrownBy(() -> new ServqualScore(ServqualDimension.EMPATHY, 0, 8))
                .isInstanceOf(Refusal.class);
    }

    // At any time

    @Test
    void aMessageIsNotedAndTheHandlerTold() {
        Life life = Life.of(desk, noise());

        desk.guestMessage(life.number(), new GuestMessage(Channel.WECHAT, "还是很吵"), PMS);

        assertThat(desk.view(life.number()).messages()).hasSize(1);
        assertThat(told("complaint.message")).containsExactly("rooms-service");
    }

    @Test
    void aWithdrawalEndsTheCaseAndItsClocks() {
        Life life = Life.of(desk, noise().contact(LI_WEI));

        Progress withdrawn = desk.withdraw(life.number(), new Withdrawal("It is settled"), PMS);

        assertThat(withdrawn.status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(withdrawn.checkDue()).isFalse();
        assertThat(desk.view(life.number()).clocks())
                .allMatch(each -> each.state() == ClockView.State.STOPPED);
        assertThat(desk.view(life.number()).customer().openComplaints()).isZero();
        assertThat(desk.escalate(life.number()).level()).isZero();
    }

    @Test
    void aManagerRegradesWithAReasonAndTheClocksStartAnew() {
        Life life = Life.of(desk, noise());
        clock.advance(Duration.ofHours(1));
        Regrade regrade = new Regrade(Severity.S1, "The guest is an inspector");

        assertRefused(
                Refusal.Kind.FORBIDDEN, "", () -> desk.regrade(life.number(), regrade, ROOMS));
        assertRefused(
                Refusal.Kind.REFUSED,
                "severity",
                () -> desk.regrade(life.number(), new Regrade(Severity.S3, "same"), MANAGER));
        Progress regraded = desk.regrade(life.number(), regrade, MANAGER);

        assertThat(regraded.severity()).isEqualTo(Severity.S1);
        assertThat(regraded.apologyGroup()).isEqualTo(Group.CUSTOMER_SERVICE_MANAGER);
        assertThat(regraded.acknowledgeBy())
                .isCloseTo(clock.instant().plus(Duration.ofMinutes(15)), SOON);
        TaskView view = desk.view(life.number());
        assertThat(view.complaint().severityOverridden()).isTrue();
        TimeLineEntry override = entry(view, "COMPLAINT_REGRADED");
        assertThat(override.note()).isEqualTo("The guest is an inspector");
        assertThat(override.decisionId()).isEqualTo(entry(view, "COMPLAINT_GRADED").decisionId());
        assertThat(view.clocks())
                .extracting(ClockView::state)
                .containsExactly(
                        ClockView.State.REPLACED,
                        ClockView.State.REPLACED,
                        ClockView.State.RUNNING,
                        ClockView.State.RUNNING);
    }

    @Test
    void aRegradeWhileWaitingForTheGuestLeavesTheNewClockStandingStill() {
        Life life = Life.of(desk, noise()).acknowledged();
        desk.investigate(life.number(), new Investigation.WaitingForGuest("Which room?"), ROOMS);

        Progress regraded =
                desk.regrade(life.number(), new Regrade(Severity.S2, "A regular"), MANAGER);

        assertThat(regraded.resolveBy()).isNull();
        assertThat(regraded.checkDue()).isFalse();
        Progress resumed = desk.resumeInvestigation(life.number());
        assertThat(resumed.resolveBy()).isCloseTo(start.plus(Duration.ofHours(24)), SOON);
        assertThat(resumed.checkDue()).isTrue();
    }

    @Test
    void aCorrectionOfTriageIsKeptAsAnExampleAndGradedAgain() {
        CaseNumber number =
                desk.register(Intake.said(Channel.WECHAT, "房间太吵了").build(), PMS).number();
        desk.grade(number);

        Progress corrected =
                desk.correctTriage(
                        number,
                        new TriageCorrection(
                                Category.FOOD_SAFETY,
                                ServqualDimension.ASSURANCE,
                                Harm.HEALTH,
                                false),
                        CALL_CENTRE);

        assertThat(corrected.triageToBeChecked()).isFalse();
        assertThat(corrected.severity()).isEqualTo(Severity.S1);
        assertThat(corrected.ownerGroup()).isEqualTo(Group.BANQUET_SERVICE);
        assertThat(
                        jdbc.sql("SELECT is_category FROM complaint_triage_example")
                                .query(String.class)
                                .list())
                .containsExactly("FOOD_SAFETY");
    }

    @Test
    void aConfirmationOfTriageChangesNothing() {
        CaseNumber number =
                desk.register(Intake.said(Channel.WECHAT, "房间太吵了").build(), PMS).number();
        Progress graded = desk.grade(number);
        ComplaintView view = desk.view(number).complaint();

        Progress confirmed =
                desk.correctTriage(
                        number,
                        new TriageCorrection(
                                view.category(),
                                view.dimension(),
                                view.harm(),
                                view.lawyerOrPressNamed()),
                        CALL_CENTRE);

        assertThat(confirmed.severity()).isEqualTo(graded.severity());
        assertThat(confirmed.triageToBeChecked()).isFalse();
        assertThat(
                        jdbc.sql("SELECT COUNT(*) FROM complaint_triage_example")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void everyVerbRefusesAStateThatForbidsIt() {
        Life life = Life.of(desk, noise());
        CaseNumber number = life.number();
        List<ThrowingCallable> tooEarly =
                List.of(
                        () -> desk.grade(number),
                        () -> desk.investigate(number, justified(0), ROOMS),
                        () -> desk.resumeInvestigation(number),
                        () -> desk.decideCompensation(number),
                        () -> desk.approveCompensation(number, new Approval(true, ""), SUPERVISOR),
                        () -> desk.replyToGuest(number, new Reply("x", true, ""), ROOMS),
                        () -> call(life, Callback.notReached("")),
                        () -> desk.reopen(number),
                        () -> desk.close(number));
        for (ThrowingCallable verb : tooEarly) {
            assertRefused(Refusal.Kind.NOT_NOW, "", verb);
        }
        CaseNumber nobody = new CaseNumber("CMP-2026-999999");
        assertRefused(Refusal.Kind.UNKNOWN, "number", () -> desk.view(nobody));
        assertRefused(Refusal.Kind.UNKNOWN, "number", () -> desk.escalate(nobody));
        assertRefused(
                Refusal.Kind.FORBIDDEN, "", () -> desk.comment(number, "I was here", AUDITOR));
        assertThat(desk.progress(number).status()).isEqualTo(ComplaintStatus.ASSESSED);
    }

    @Test
    void ofTwoAcknowledgementsAtTheSameMomentOneCounts() throws Exception {
        Life life = Life.of(desk, noise());

        List<Object> answers =
                together(
                        4,
                        () -> desk.acknowledge(life.number(), new Acknowledgement("sorry"), ROOMS));

        assertThat(answers).filteredOn(Progress.class::isInstance).hasSize(1);
        assertThat(events(desk.view(life.number())))
                .filteredOn("COMPLAINT_ACKNOWLEDGED"::equals)
                .hasSize(1);
    }

    @Test
    void keepsDocumentsAndListsThemWithoutTheirContent() {
        Life life = Life.of(desk, noise());

        desk.attach(
                life.number(),
                "C:\\Photos\\房间.png",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2},
                PMS);

        assertThat(desk.view(life.number()).documents())
                .singleElement()
                .satisfies(
                        document -> {
                            assertThat(document.name()).isEqualTo("房间.png");
                            assertThat(document.mediaType()).isEqualTo("image/png");
                        });
        assertRefused(
                Refusal.Kind.REFUSED,
                "file",
                () ->
                        desk.attach(
                                life.number(),
                                "x.png",
                                "<html><script>".getBytes(StandardCharsets.UTF_8),
                                PMS));
        assertRefused(
                Refusal.Kind.REFUSED,
                "file",
                () -> desk.attach(life.number(), "x.txt", new byte[(5 << 20) + 1], PMS));
        assertRefused(
                Refusal.Kind.INVALID,
                "file",
                () -> desk.attach(life.number(), "x.txt", new byte[0], PMS));
    }

    private Life waitingForApproval(long yuan) {
        return Life.of(desk, noise().amountInDispute(Money.of(4_000)))
                .acknowledged()
                .investigated(yuan);
    }

    private CaseNumber register(Intake.Builder intake) {
        return desk.register(intake.build(), PMS).number();
    }

    private Progress call(Life life, Callback callback) {
        return desk.callBack(life.number(), callback, CALL_CENTRE);
    }

    private ClockView clock(Life life, String name) {
        return desk.view(life.number()).clocks().stream()
                .filter(each -> each.clock().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long notices(String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM notification WHERE kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    private List<String> told(String kind) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT r.receiver FROM notification_receiver r
                        JOIN notification n ON n.id = r.notification_id
                        WHERE n.kind = ? AND r.receiver_kind = 'GROUP' ORDER BY r.receiver\
                        """)
                .param(kind)
                .query(String.class)
                .list();
    }

    private static Investigation.Found with(
            Investigation.Found found, String account, String rootCause) {
        return new Investigation.Found(
                found.finding(), account, rootCause, "", found.answerable(), found.remedy());
    }

    private static List<String> events(TaskView view) {
        return view.timeLine().stream().map(TimeLineEntry::event).toList();
    }

    private static TimeLineEntry entry(TaskView view, String event) {
        return view.timeLine().stream()
                .filter(each -> each.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static List<ClockView.Mark> marks(ClockView view) {
        return view.ledger().stream().map(ClockView.Entry::mark).toList();
    }

    private static void assertRefused(Refusal.Kind kind, String field, ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).isEqualTo(kind);
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal.remedy()).isNotBlank();
                        });
    }

    /** What each of several threads got or was thrown, started at the same moment. */
    private static List<Object> together(int threads, Callable<?> operation) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(
                        () -> {
                            try {
                                return operation.call();
                            } catch (RuntimeException e) {
                                return e;
                            }
                        });
            }
            List<Object> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
