package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.keyaccount.process.Pipeline.ANSWER;
import static dev.innkeeper.keyaccount.process.Pipeline.CONTRACT;
import static dev.innkeeper.keyaccount.process.Pipeline.OFFER;
import static dev.innkeeper.keyaccount.process.Pipeline.PLAN;
import static dev.innkeeper.keyaccount.process.Pipeline.VALID;
import static dev.innkeeper.keyaccount.process.Pipeline.and;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.Credit;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.FollowUp;
import dev.innkeeper.keyaccount.Leads;
import dev.innkeeper.keyaccount.Outcome;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Staff;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.support.Walks;
import dev.innkeeper.workflow.Refusals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks every path of {@code key-account-pipeline} and {@code deal-update}. */
@InnkeeperTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyAccountPipelineProcessTest {

    private final Walks walks = new Walks(getClass());

    @Autowired private KeyAccountProcess process;
    @Autowired private DealDesk desk;
    @Autowired private CustomerDesk customers;
    @Autowired private Staff staff;
    @Autowired private TimeMachine time;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @Autowired private FormService forms;
    @Autowired private RepositoryService repository;
    @Autowired private HistoryService history;
    private Pipeline pipeline;

    @BeforeEach
    void openTheHouse() {
        pipeline = new Pipeline(process, desk, staff, time, runtime);
    }

    @AfterEach
    void noteWhatWasWalked() {
        walks.note(history);
    }

    @AfterAll
    void everyElementOfBothDiagramsIsWalked() {
        walks.coverEveryElementOf(repository, KeyAccountProcess.KEY, KeyAccountProcess.UPDATE_KEY);
    }

    // The stages

    @Test
    void aLeadGoesThroughEveryStageToTheFarmer() {
        var deal = pipeline.bring(Leads.of("Ruikang"));
        deal.isAt(Stage.LEAD, "verifyLead");
        assertThat(staff.candidates(deal.number, "verifyLead"))
                .containsExactly("customer-information");
        deal.qualified().isAt(Stage.QUALIFIED, "planDeal", "followUpDeal");
        assertThat(staff.task(deal.number, "planDeal").getAssignee()).isEqualTo("sales1");
        deal.complete("planDeal", "sales1", PLAN)
                .isAt(Stage.QUALIFIED, "approvePlan", "followUpDeal");
        deal.complete("approvePlan", "manager1", Map.of("approved", "yes"))
                .isAt(Stage.PLANNED, "proposeDeal", "followUpDeal");
        deal.complete("proposeDeal", "sales1", OFFER)
                .isAt(Stage.PROPOSED, "negotiateDeal", "followUpDeal");
        deal.complete("negotiateDeal", "sales1", ANSWER)
                .isAt(Stage.NEGOTIATING, "closeDeal", "followUpDeal");
        deal.complete("closeDeal", "sales1", CONTRACT);
        assertThat(deal.stage()).isEqualTo(Stage.WON);
        time.runDueJobs();
        assertThat(deal.open()).contains("handOverDeal");
        deal.complete(
                "handOverDeal",
                "keyaccount1",
                Map.of("farmer", "keyaccount1", "words", "Weekly rooming list."));
        assertThat(deal.isRunning()).isFalse();
        assertThat(deal.view().farmer()).isEqualTo("keyaccount1");
        assertThat(deal.walked()).contains("dealHandedOver").doesNotContain("leadDiscarded");
    }

    @Test
    void aVerifiedLeadWithoutAVerifiedContactStaysALeadAndSaysWhatIsMissing() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .complete(
                                "verifyLead",
                                "info1",
                                and(VALID, Map.of("contactVerified", false)));
        deal.isAt(Stage.LEAD, "verifyLead");
        assertThat(deal.view().missing()).containsExactly(GateItem.VERIFIED_CONTACT);
        assertThat(staff.shown(deal.number, "verifyLead"))
                .containsEntry("missing", "**Missing: Verified contact**")
                .containsEntry("missingZh", "**缺少：已核实的联系人**");
    }

    @Test
    void aNurturedLeadIsScoredAgainOnItsDay() {
        var deal =
                pipeline.bring(Leads.cold("Hengyuan"))
                        .complete(
                                "verifyLead",
                                "info1",
                                Map.of(
                                        "verdict", "NURTURE",
                                        "need", "LATENT",
                                        "nurtureUntil", "2026-06-01",
                                        "words", "Budget in summer."));
        deal.isAt(Stage.LEAD);
        assertThat(deal.view().verdict()).isEqualTo(LeadVerdict.NURTURE);
        time.moveTo(java.time.Instant.parse("2026-05-31T15:59:59Z"));
        deal.isAt(Stage.LEAD);
        time.moveTo(java.time.Instant.parse("2026-05-31T16:00:00Z"));
        deal.isAt(Stage.LEAD, "verifyLead");
        assertThat(deal.walked().stream().filter("qualifyLead"::equals)).hasSize(2);
    }

    @Test
    void aLeadIsNurturedUntilADayToCome() {
        var deal = pipeline.bring(Leads.of("Ruikang"));
        assertThatThrownBy(
                        () ->
                                deal.complete(
                                        "verifyLead",
                                        "info1",
                                        and(
                                                VALID,
                                                Map.of(
                                                        "verdict",
                                                        "NURTURE",
                                                        "nurtureUntil",
                                                        "2026-03-02"))))
                .satisfies(e -> assertThat(refusal(e).field()).isEqualTo("nurtureUntil"));
        deal.isAt(Stage.LEAD, "verifyLead");
    }

    @Test
    void aLeadIsDiscardedWithAReasonOnly() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .complete("verifyLead", "info1", and(VALID, Map.of("verdict", "DISCARD")));
        deal.isAt(Stage.LEAD, "verifyLead");
        assertThat(deal.view().missing()).containsExactly(GateItem.REASON);
        deal.complete(
                "verifyLead",
                "info1",
                and(VALID, Map.of("verdict", "DISCARD", "discardReason", "NO_NEED")));
        assertThat(deal.stage()).isEqualTo(Stage.DISCARDED);
        time.runDueJobs();
        assertThat(deal.isRunning()).isFalse();
        assertThat(deal.walked())
                .contains("leadDiscarded", "leadOver")
                .doesNotContain("openReview");
    }

    @Test
    void aReturnedPlanIsMadeAgainWithTheReason() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .qualified()
                        .complete("planDeal", "sales1", PLAN)
                        .complete(
                                "approvePlan",
                                "manager1",
                                Map.of("approved", "no", "remark", "Who shows the rooms?"));
        deal.isAt(Stage.QUALIFIED, "planDeal", "followUpDeal");
        assertThat(staff.shown(deal.number, "planDeal").get("missing").toString())
                .contains("Who shows the rooms");
    }

    @Test
    void anApprovedPlanOfOnePersonIsNotEnough() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .qualified()
                        .complete("planDeal", "sales1", and(PLAN, Map.of("team", "sales1")))
                        .complete("approvePlan", "manager1", Map.of("approved", "yes"));
        deal.isAt(Stage.QUALIFIED, "planDeal", "followUpDeal");
        assertThat(deal.view().missing()).containsExactly(GateItem.TEAM);
    }

    @Test
    void aLargeDealIsNotProposedWithoutTheTopLevel() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .planned()
                        .complete("proposeDeal", "sales1", and(OFFER, Map.of("value", 500000)));
        deal.isAt(Stage.PLANNED, "proposeDeal", "followUpDeal");
        assertThat(deal.view().missing()).containsExactly(GateItem.TOP_LEVEL_CONTACT);
        deal.complete(
                "proposeDeal",
                "sales1",
                Map.of("next", "GO_ON", "topLevelContact", "CEO Zhou", "words", "Met the CEO."));
        assertThat(deal.stage()).isEqualTo(Stage.PROPOSED);
    }

    @Test
    void aDealWithoutAnAnswerIsNotNegotiated() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .proposed()
                        .complete(
                                "negotiateDeal",
                                "sales1",
                                Map.of("next", "GO_ON", "noCompetitor", true));
        deal.isAt(Stage.PROPOSED, "negotiateDeal", "followUpDeal");
        assertThat(deal.view().missing()).containsExactly(GateItem.CUSTOMERS_ANSWER);
    }

    @Test
    void aDealIsNotWonOnCreditBeyondTheLimit() {
        var deal = pipeline.bring(Leads.of("Ruikang")).negotiating();
        var onCredit = and(CONTRACT, Map.of("prepaid", false, "creditRequested", 60000));
        deal.complete("closeDeal", "sales1", onCredit)
                .isAt(Stage.NEGOTIATING, "closeDeal", "followUpDeal");
        assertThat(deal.view().missing()).containsExactly(GateItem.CREDIT);
        customers.setCredit(
                deal.view().customerId(),
                new Credit(Money.of(60000), 75, false),
                "Reviewed",
                Leads.FINANCE);
        deal.complete("closeDeal", "sales1", onCredit);
        assertThat(deal.stage()).isEqualTo(Stage.WON);
    }

    @Test
    void aDealIsLostWhileItIsProposed() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .planned()
                        .complete(
                                "proposeDeal",
                                "sales1",
                                Map.of(
                                        "next", "LOST",
                                        "lostReason", "PRICE",
                                        "competitor", "Grand Hotel",
                                        "endWords", "They had signed before."));
        assertThat(deal.stage()).isEqualTo(Stage.LOST);
        assertThat(deal.view().competitor()).isEqualTo("Grand Hotel");
        time.runDueJobs();
        assertThat(deal.walked()).contains("dealEnded", "dealLost").doesNotContain("handOverDeal");
    }

    @Test
    void aDealIsDiscardedWhileItIsNegotiated() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .proposed()
                        .complete(
                                "negotiateDeal",
                                "sales1",
                                Map.of(
                                        "next", "DISCARDED",
                                        "discardReason", "NO_NEED",
                                        "endWords", "They build a house of their own."));
        assertThat(deal.stage()).isEqualTo(Stage.DISCARDED);
        assertThat(deal.walked()).contains("dealEnded");
        assertThat(desk.progress(deal.number).reviewDue()).isTrue();
    }

    @Test
    void aDealIsLostAtItsClose() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .negotiating()
                        .complete(
                                "closeDeal",
                                "sales1",
                                Map.of("next", "LOST", "endWords", "No word from them."));
        deal.isAt(Stage.NEGOTIATING, "closeDeal", "followUpDeal");
        assertThat(deal.view().missing()).containsExactly(GateItem.REASON);
        deal.complete(
                "closeDeal",
                "sales1",
                Map.of("next", "LOST", "lostReason", "PRICE", "endWords", "No word from them."));
        assertThat(deal.stage()).isEqualTo(Stage.LOST);
    }

    @Test
    void anOutcomeToldFromOutsideEndsEverythingThatIsOpen() {
        var deal = pipeline.bring(Leads.of("Ruikang")).qualified();
        process.decide(
                deal.number,
                Outcome.lost("PRICE", "Told by telephone", "Grand Hotel"),
                Leads.SALES);
        assertThat(deal.open()).isEmpty();
        time.runDueJobs();
        assertThat(deal.walked()).contains("outcomeTold", "dealLost");
    }

    @Test
    void anOutcomeWithoutItsReasonChangesNothing() {
        var deal = pipeline.bring(Leads.of("Ruikang")).qualified();
        var progress = process.decide(deal.number, Outcome.lost(null, "Why?", null), Leads.SALES);
        assertThat(progress.over()).isFalse();
        deal.isAt(Stage.QUALIFIED, "planDeal", "followUpDeal");
    }

    // Colleagues

    @Test
    void aLeadOfACustomerWhomAColleagueDealsWithJoinsTheColleaguesDeal() {
        var first = pipeline.bring(Leads.of("Ruikang Pharma", "Contract rate", "sales1"));
        var taken = process.start(Leads.of("ruikang  pharma.", "Banquet", null), Leads.WEB);
        assertThat(taken.linkedTo()).isEqualTo(first.number);
        assertThat(desk.read(taken.number()).stage()).isEqualTo(Stage.LINKED);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
        assertThat(desk.view(first.number).timeLine())
                .anySatisfy(entry -> assertThat(entry.event()).isEqualTo("LEAD_JOINED"));
    }

    @Test
    void aDealGoesToSomebodyElseWithItsTasks() {
        var deal = pipeline.bring(Leads.of("Ruikang")).qualified();
        assertThatThrownBy(
                        () ->
                                process.assign(
                                        deal.number, "callcentre1", "She knows them", Leads.SALES))
                .satisfies(e -> assertThat(refusal(e).field()).isEqualTo("owner"));
        tasks.claim(staff.task(deal.number, "planDeal").getId(), null);
        process.assign(deal.number, "sales1", "Back", Leads.MANAGER);
        assertThat(deal.view().owner()).isEqualTo("sales1");
    }

    // Follow-ups and the watch

    @Test
    void aDealOfGradeAIsFollowedUpEveryDay() {
        var deal = pipeline.bring(Leads.of("Ruikang")).qualified();
        assertThat(deal.view().grade()).isEqualTo(DealGrade.A);
        assertThat(deal.view().followUpDueAt())
                .isEqualTo(deal.view().stageSince().plus(Duration.ofDays(1)));
        time.advance(Duration.ofHours(3));
        deal.complete(
                "followUpDeal",
                "sales1",
                Map.of(
                        "words", "Called.",
                        "need", "CLEAR",
                        "chance", "yes",
                        "expectedCloseOn", "2026-03-20"));
        assertThat(deal.view().followUpDueAt())
                .isEqualTo(deal.view().followedUpAt().plus(Duration.ofDays(1)));
        assertThat(deal.open()).contains("followUpDeal");
    }

    @Test
    void theRhythmChangesAtOnceWhenTheDealIsRegraded() {
        var deal = pipeline.bring(Leads.of("Ruikang")).qualified();
        process.followUp(
                deal.number,
                new FollowUp(
                        "They wait until May.",
                        "",
                        Need.CLEAR,
                        true,
                        LocalDate.parse("2026-05-15")),
                Leads.SALES);
        assertThat(deal.view().grade()).isEqualTo(DealGrade.B);
        assertThat(deal.open()).doesNotContain("followUpDeal");
        time.advance(Duration.ofDays(6).minusSeconds(1));
        assertThat(deal.open()).doesNotContain("followUpDeal");
        time.advance(Duration.ofSeconds(1));
        assertThat(deal.open()).contains("followUpDeal");
        process.followUp(
                deal.number,
                new FollowUp("Now they hurry.", "", Need.CLEAR, true, Leads.SOON),
                Leads.SALES);
        time.runDueJobs();
        assertThat(deal.view().grade()).isEqualTo(DealGrade.A);
        assertThat(deal.walked()).contains("followUpOvertaken", "rhythmChanged", "checkMoved");
        assertThat(deal.open()).contains("followUpDeal");
    }

    @Test
    void twoMissedFollowUpsAreToldToTheSupervisor() {
        var deal = pipeline.bring(Leads.of("Ruikang")).qualified();
        time.advance(Duration.ofDays(1));
        assertThat(deal.view().missedInARow()).isEqualTo(1);
        assertThat(deal.view().level()).isZero();
        time.advance(Duration.ofDays(1));
        assertThat(deal.view().missedInARow()).isEqualTo(2);
        assertThat(deal.view().level()).isEqualTo(1);
        process.followUp(
                deal.number, new FollowUp("Sorry.", "", Need.CLEAR, true, Leads.SOON), Leads.SALES);
        assertThat(deal.view().missedInARow()).isZero();
    }

    @Test
    void aDealThatStandsStillIsToldToTheManagerThenToTheGeneralManager() {
        var deal =
                pipeline.bring(Leads.of("Ruikang"))
                        .complete(
                                "verifyLead",
                                "info1",
                                and(VALID, Map.of("expectedCloseOn", "2026-12-24")));
        assertThat(deal.view().grade()).isEqualTo(DealGrade.D);
        time.advance(Duration.ofDays(29));
        assertThat(deal.view().level()).isZero();
        var byFollowUps = time.now();
        while (time.now().isBefore(byFollowUps.plus(Duration.ofDays(90)))) {
            process.followUp(
                    deal.number,
                    new FollowUp("Still there.", "", Need.LATENT, true, null),
                    Leads.SALES);
            time.advance(Duration.ofDays(10));
        }
        assertThat(deal.view().stalledAt()).isNull();
        time.advance(Duration.ofDays(2));
        assertThat(deal.view().level()).isEqualTo(2);
        assertThat(deal.view().stalledAt()).isNotNull();
        time.advance(Duration.ofDays(120));
        assertThat(deal.view().level()).isEqualTo(3);
        assertThat(deal.walked()).contains("checkBecameDue", "checkDeal");
    }

    // The end

    @Test
    void twoCriteriaMakeAKeyAccountWhoseComplaintsAreGradedSo() {
        var deal = pipeline.bring(Leads.of("Ruikang")).won();
        assertThat(deal.view().keyAccount()).isTrue();
        assertThat(customers.read(deal.view().customerId()).tier()).isEqualTo(Tier.KEY_ACCOUNT);
    }

    // The staff's own door

    @Test
    void staffBringALeadWithTheStartForm() {
        var lead =
                Map.<String, Object>of(
                        "source", "COLD",
                        "company", "Hengyuan",
                        "words", "Asked for the meeting rooms.",
                        "need", "LATENT");
        var definition =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(KeyAccountProcess.KEY)
                        .latestVersion()
                        .singleResult();
        staff.as("sales1", () -> forms.submitStartForm(definition.getId(), lead));
        var instance = runtime.createProcessInstanceQuery().singleResult();
        assertThat(
                        desk.read(new dev.innkeeper.common.CaseNumber(instance.getBusinessKey()))
                                .owner())
                .isEqualTo("sales1");
    }

    @Test
    void staffWhoBringAColleaguesCustomerAreToldSo() {
        var first = pipeline.bring(Leads.of("Hengyuan", "Banquet", "sales1"));
        var definition =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(KeyAccountProcess.KEY)
                        .latestVersion()
                        .singleResult();
        staff.as(
                "lobby1",
                () ->
                        forms.submitStartForm(
                                definition.getId(),
                                Map.of(
                                        "source", "COLD",
                                        "company", "Hengyuan",
                                        "words", "Asked at the desk.",
                                        "need", "CLEAR")));
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
        assertThat(desk.view(first.number).links()).hasSize(1);
    }

    @Test
    void staffEnterNewsOfADeal() {
        var deal = pipeline.bring(Leads.of("Ruikang")).won();
        update(
                "finance1",
                Map.of(
                        "dealNumber",
                        deal.number.value(),
                        "update",
                        "PAYMENT",
                        "reference",
                        "ICBC-1",
                        "amount",
                        33000));
        assertThat(deal.view().firstPaymentAt()).isNotNull();
        update(
                "sales1",
                Map.of(
                        "dealNumber", deal.number.value(),
                        "update", "CANCELLATION",
                        "words", "They move away."));
        assertThat(deal.view().cancelledAt()).isNotNull();
        assertThatThrownBy(
                        () ->
                                update(
                                        "sales1",
                                        Map.of(
                                                "dealNumber", deal.number.value(),
                                                "update", "CANCELLATION",
                                                "words", "Again.")))
                .satisfies(e -> assertThat(refusal(e).kind()).isEqualTo(Refusal.Kind.NOT_NOW));
    }

    @Test
    void staffTellAFollowUpAnOutcomeAndAnotherOwner() {
        var deal = pipeline.bring(Leads.of("Ruikang")).qualified();
        update(
                "sales1",
                Map.of(
                        "dealNumber", deal.number.value(),
                        "update", "FOLLOW_UP",
                        "words", "Met at the fair.",
                        "need", "CLEAR",
                        "chance", "no"));
        assertThat(deal.view().grade()).isEqualTo(DealGrade.E);
        update(
                "manager1",
                Map.of(
                        "dealNumber", deal.number.value(),
                        "update", "OWNER",
                        "newOwner", "sales1",
                        "words", "Stays with you."));
        update(
                "sales1",
                Map.of(
                        "dealNumber", deal.number.value(),
                        "update", "OUTCOME",
                        "next", "DISCARDED",
                        "discardReason", "NO_NEED",
                        "endWords", "Dead."));
        assertThat(deal.stage()).isEqualTo(Stage.DISCARDED);
    }

    private void update(String user, Map<String, Object> answers) {
        var definition =
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(KeyAccountProcess.UPDATE_KEY)
                        .latestVersion()
                        .singleResult();
        staff.as(user, () -> forms.submitStartForm(definition.getId(), answers));
    }

    private static Refusal refusal(Throwable failure) {
        return Refusals.within(failure).orElseThrow(() -> new AssertionError(failure));
    }

    @Test
    void theTasksOfADealSayWhoMayTakeThem() {
        var deal = pipeline.bring(Leads.of("Ruikang")).won();
        assertThat(staff.candidates(deal.number, "handOverDeal"))
                .containsExactly(Group.KEY_ACCOUNT_SERVICE.id());
    }
}
