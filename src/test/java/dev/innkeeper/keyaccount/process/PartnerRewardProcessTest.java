package dev.innkeeper.keyaccount.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.AuditDesk;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.NewPartner;
import dev.innkeeper.keyaccount.NewRegistration;
import dev.innkeeper.keyaccount.PartnerDesk;
import dev.innkeeper.keyaccount.RewardDesk;
import dev.innkeeper.keyaccount.RewardFilter;
import dev.innkeeper.keyaccount.RewardLapse;
import dev.innkeeper.keyaccount.RewardRow;
import dev.innkeeper.keyaccount.RewardState;
import dev.innkeeper.keyaccount.SoldDeals;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.workflow.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way that a reward can go through its diagram. */
@InnkeeperTest
class PartnerRewardProcessTest {

    private static final String COMPANY = "Galaxy Technology";
    private static final Actor OTHER_SALES = new Actor("sales9", Set.of(Group.SALES));
    private static final Actor AUDITOR = new Actor("auditor1", Set.of(Group.AUDITOR));

    /** 3 % of 100,000. */
    private static final String AMOUNT = "3000.00";

    @Autowired private PartnerDesk partners;
    @Autowired private RewardDesk desk;
    @Autowired private RewardProcess process;
    @Autowired private AuditDesk audit;
    @Autowired private DealDesk dealDesk;
    @Autowired private TimeMachine time;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @Autowired private FormService forms;
    @Autowired private HistoryService history;
    @Autowired private IdentityService identity;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transactions;
    @Autowired private dev.innkeeper.workflow.InnkeeperClock clock;

    private SoldDeals deals;

    @BeforeEach
    void deals() {
        deals = new SoldDeals(dealDesk, jdbc, events, transactions, clock);
    }

    @Test
    void fromTheWonDealToThePaidReward() {
        CaseNumber reward = won(PartnerKind.AGENT);
        assertThat(candidates(reward, "approveReward")).containsExactly("customer-service-manager");
        complete(reward, "approveReward", "manager2", Map.of("approved", "yes"));
        time.runDueJobs();
        assertThat(open(reward)).isEmpty();

        deals.firstPayment(dealOf(reward));
        time.runDueJobs();
        assertThat(state(reward)).isEqualTo(RewardState.APPROVED);
        deals.reviewAccepted(dealOf(reward));
        time.runDueJobs();
        assertThat(state(reward)).isEqualTo(RewardState.EARNED);

        process.claim(reward, "By e-mail", SoldDeals.SALES);
        time.runDueJobs();
        assertThat(state(reward)).isEqualTo(RewardState.PAYABLE);
        assertThat(candidates(reward, "payReward")).containsExactly("finance");
        pay(reward);
        assertThat(state(reward)).isEqualTo(RewardState.PAID);

        time.moveTo(desk.progress(reward).clawBackUntil());

        assertThat(isRunning(reward)).isFalse();
        assertThat(walked(reward))
                .containsExactly(
                        "rewardOpened",
                        "decideReward",
                        "isApprovalNeeded",
                        "approveReward",
                        "isRewardApproved",
                        "reviewIsDue",
                        "reviewReward",
                        "canStillBePaid",
                        "whatIsMissing",
                        "conditionMet",
                        "reviewIsDue",
                        "reviewReward",
                        "canStillBePaid",
                        "whatIsMissing",
                        "conditionMet",
                        "reviewIsDue",
                        "reviewReward",
                        "canStillBePaid",
                        "whatIsMissing",
                        "waitForClaim",
                        "partnerClaimed",
                        "reviewIsDue",
                        "reviewReward",
                        "canStillBePaid",
                        "whatIsMissing",
                        "payReward",
                        "clawBackWindowEnded",
                        "rewardSettled");
    }

    @Test
    void whatCanNeverBePaidIsApprovedByNobody() {
        String partner = partner(PartnerKind.AGENT);
        CaseNumber deal = deals.lead(COMPANY, "Annual meeting", partner);
        CaseNumber reward = win(deal);

        assertThat(isRunning(reward)).isFalse();
        assertThat(walked(reward)).endsWith("isApprovalNeeded", "rewardNotEligible");
        assertThat(lapse(reward)).isEqualTo(RewardLapse.NOT_ELIGIBLE);
    }

    @Test
    void aRefusedRewardEnds() {
        CaseNumber reward = won(PartnerKind.AGENT);
        assertThatThrownBy(
                        () ->
                                complete(
                                        reward,
                                        "approveReward",
                                        "manager2",
                                        Map.of("approved", "no")))
                .satisfies(
                        failure ->
                                assertThat(Refusals.within(failure))
                                        .hasValueSatisfying(
                                                refusal ->
                                                        assertThat(refusal.field())
                                                                .isEqualTo("reason")));
        assertThat(open(reward)).containsExactly("approveReward");

        complete(
                reward,
                "approveReward",
                "manager2",
                Map.of("approved", "no", "reason", "The proof is weak"));

        assertThat(isRunning(reward)).isFalse();
        assertThat(walked(reward)).endsWith("isRewardApproved", "rewardRefused");
        assertThat(lapse(reward)).isEqualTo(RewardLapse.REFUSED);
    }

    @Test
    void conditionsThatCameTrueBeforeTheApprovalCount() {
        CaseNumber reward = won(PartnerKind.AGENT);
        deals.firstPayment(dealOf(reward));
        deals.reviewAccepted(dealOf(reward));

        complete(reward, "approveReward", "manager2", Map.of("approved", "yes"));
        time.runDueJobs();

        assertThat(state(reward)).isEqualTo(RewardState.EARNED);
    }

    @Test
    void aConditionThatComesTrueWhileTheReviewIsDueIsNotLost() {
        CaseNumber reward = won(PartnerKind.AGENT);
        complete(reward, "approveReward", "manager2", Map.of("approved", "yes"));
        // The review is a job that has not run yet: nobody waits for the message.
        deals.firstPayment(dealOf(reward));
        deals.reviewAccepted(dealOf(reward));

        time.runDueJobs();

        assertThat(state(reward)).isEqualTo(RewardState.EARNED);
    }

    @Test
    void aRewardThatNobodyClaimsLapses() {
        CaseNumber reward = earned();
        Instant over = desk.progress(reward).claimUntil();
        time.moveTo(over.minusSeconds(60));
        assertThat(isRunning(reward)).isTrue();

        time.moveTo(over);

        assertThat(isRunning(reward)).isFalse();
        assertThat(walked(reward))
                .endsWith("waitForClaim", "claimTimeOver", "lapseUnclaimed", "rewardUnclaimed");
        assertThat(lapse(reward)).isEqualTo(RewardLapse.NOT_CLAIMED);
    }

    @Test
    void aClaimedRewardWaitsUntilAnAuditFindingIsClosed() {
        CaseNumber reward = earned();
        CaseNumber deal = dealOf(reward);
        long finding = audit.openOnDeal(deal, "Contract without stamp", AUDITOR).id();
        process.claim(reward, "", SoldDeals.SALES);
        time.runDueJobs();
        assertThat(open(reward)).isEmpty();

        audit.closeOnDeal(deal, finding, "Stamped", AUDITOR);
        time.runDueJobs();

        assertThat(open(reward)).containsExactly("payReward");
    }

    @Test
    void aFindingOnThePartnerIsToldToItsRewards() {
        CaseNumber reward = won(PartnerKind.AGENT);
        String partner = desk.view(reward).reward().partner().id();
        complete(reward, "approveReward", "manager2", Map.of("approved", "yes"));
        long finding = audit.openOnPartner(partner, "Dated by hand", AUDITOR).id();
        deals.firstPayment(dealOf(reward));
        deals.reviewAccepted(dealOf(reward));
        time.runDueJobs();
        assertThat(state(reward)).isEqualTo(RewardState.APPROVED);

        audit.closeOnPartner(partner, finding, "The original is there", AUDITOR);
        time.runDueJobs();

        assertThat(state(reward)).isEqualTo(RewardState.EARNED);
    }

    @Test
    void aRewardThatCanNoLongerBePaidEndsAtItsReview() {
        CaseNumber reward = won(PartnerKind.AGENT);
        jdbc.sql("UPDATE partner SET our_employee = TRUE").update();
        complete(reward, "approveReward", "manager2", Map.of("approved", "yes"));

        time.runDueJobs();

        assertThat(isRunning(reward)).isFalse();
        assertThat(walked(reward)).endsWith("canStillBePaid", "rewardLapsed");
        assertThat(lapse(reward)).isEqualTo(RewardLapse.NOT_ELIGIBLE);
    }

    @Test
    void aCancelledContractEndsTheRewardWhereverItStands() {
        CaseNumber waitingForApproval = won(PartnerKind.AGENT);
        CaseNumber waitingForConditions = won(PartnerKind.AGENT);
        complete(waitingForConditions, "approveReward", "manager2", Map.of("approved", "yes"));
        time.runDueJobs();
        CaseNumber waitingForClaim = earned();
        CaseNumber waitingForPayment = payable();

        for (CaseNumber reward :
                List.of(
                        waitingForApproval,
                        waitingForConditions,
                        waitingForClaim,
                        waitingForPayment)) {
            deals.cancel(dealOf(reward));

            assertThat(isRunning(reward)).isFalse();
            assertThat(walked(reward))
                    .endsWith("settleCancellation", "isClawBackDue", "cancellationSettled");
            assertThat(lapse(reward)).isEqualTo(RewardLapse.CANCELLED);
        }
    }

    @Test
    void aPaidRewardIsCollectedWhereTheContractIsCancelledInTime() {
        CaseNumber reward = payable();
        pay(reward);
        Instant over = desk.progress(reward).clawBackUntil();
        time.moveTo(over.minusSeconds(60));

        deals.cancel(dealOf(reward));

        assertThat(state(reward)).isEqualTo(RewardState.CLAWED_BACK);
        assertThat(open(reward)).containsExactly("collectClawBack");
        assertThat(candidates(reward, "collectClawBack")).containsExactly("finance");
        time.moveTo(over.plus(Duration.ofDays(9)));
        complete(
                reward,
                "collectClawBack",
                "finance2",
                Map.of("amount", "1000", "reference", "B-7"));
        assertThat(isRunning(reward)).isFalse();
        assertThat(walked(reward)).endsWith("collectClawBack", "rewardCollected");
        assertThat(desk.view(reward).reward().collected().amount()).isEqualTo(Money.of(1_000));
    }

    @Test
    void aPaidRewardStaysWhereTheContractIsCancelledLater() {
        CaseNumber reward = payable();
        pay(reward);
        time.moveTo(desk.progress(reward).clawBackUntil());

        deals.cancel(dealOf(reward));

        assertThat(state(reward)).isEqualTo(RewardState.PAID);
        assertThat(isRunning(reward)).isFalse();
    }

    @Test
    void aCancellationBeforeTheTimerThatIsLateChangesNothing() {
        CaseNumber reward = payable();
        pay(reward);
        clock.moveTo(desk.progress(reward).clawBackUntil().plusSeconds(1));

        deals.cancel(dealOf(reward));

        assertThat(state(reward)).isEqualTo(RewardState.PAID);
        assertThat(isRunning(reward)).isFalse();
        assertThat(walked(reward)).endsWith("isClawBackDue", "cancellationSettled");
    }

    @Test
    void aTaskThatIsCompletedTwicePaysOnce() {
        CaseNumber reward = payable();
        String task = task(reward, "payReward").getId();
        Map<String, Object> answers = Map.of("amount", AMOUNT, "bankReference", "T-1");
        as("finance1", () -> forms.submitTaskForm(task, answers));

        assertThatThrownBy(() -> as("finance1", () -> forms.submitTaskForm(task, answers)))
                .isInstanceOf(RuntimeException.class);

        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void whoApprovedTheRewardDoesNotPayIt() {
        CaseNumber reward = payable();
        jdbc.sql("UPDATE reward SET decided_by = 'finance1' WHERE number = ?")
                .param(reward.value())
                .update();

        assertThatThrownBy(() -> pay(reward))
                .satisfies(
                        failure ->
                                assertThat(Refusals.within(failure))
                                        .hasValueSatisfying(
                                                refusal ->
                                                        assertThat(refusal.kind())
                                                                .isEqualTo(
                                                                        Refusal.Kind.FORBIDDEN)));
        assertThat(open(reward)).containsExactly("payReward");
        assertThat(payments()).isZero();
    }

    @Test
    void twoPartnersOfADealHaveAProcessEach() {
        names(partner(PartnerKind.AGENT), COMPANY);
        names(partner(PartnerKind.INFORMANT), COMPANY);
        CaseNumber deal = deals.lead(COMPANY);
        win(deal);

        assertThat(rewardsOf(deal))
                .hasSize(2)
                .allSatisfy(row -> assertThat(open(row.number())).containsExactly("approveReward"));
    }

    @Test
    void formsShowWhatIsNeededInBothLanguages() {
        CaseNumber reward = won(PartnerKind.AGENT);
        var shown = forms.getTaskFormVariables(task(reward, "approveReward").getId());

        assertThat(shown.get("caseText").toString())
                .contains(reward.value(), "3000.00 CNY", COMPANY, "100000.00 CNY");
        assertThat(shown.get("partnerText").toString())
                .contains("Agent", "The only partner of the deal", "before the lead");
        assertThat(shown.get("partnerTextZh").toString()).contains("中介", "早于线索");
        assertThat(shown.get("reasons").toString()).contains("3 percent");
        assertThat(shown.get("reasonsZh").toString()).contains("百分之3");
        assertThat(shown.get("missing").toString()).contains("Case review accepted");
        assertThat(shown.get("missingZh").toString()).contains("已收到首笔款项");
        assertThat(shown.get("partnerText").toString())
                .as("accounts are for those who pay")
                .doesNotContain("Pay to");
        assertThat(shown.get("soFarZh").toString()).contains("登记于");
    }

    @Test
    void onlyAnswersAreLeftInTheHistory() {
        CaseNumber reward = payable();
        pay(reward);

        assertThat(
                        history
                                .createHistoricVariableInstanceQuery()
                                .processDefinitionKey(RewardProcess.KEY)
                                .list()
                                .stream()
                                .map(HistoricVariableInstance::getName)
                                .distinct())
                .isSubsetOf(RewardProcess.ANSWERS)
                .contains(RewardProcess.STANDING);
    }

    // The way of one reward

    private int companies;

    private String partner(PartnerKind kind) {
        return partners.register(
                        new NewPartner(
                                kind,
                                "Far Horizon " + ++companies,
                                Contact.NOBODY,
                                "Bank of China 6217",
                                false,
                                false,
                                "",
                                ""),
                        OTHER_SALES)
                .id();
    }

    private void names(String partner, String company) {
        partners.register(
                partner,
                new NewRegistration(
                        null,
                        new Contact(null, company, null, null, null),
                        null,
                        "",
                        "",
                        "Annual meeting"),
                OTHER_SALES);
        time.advance(Duration.ofMinutes(1));
    }

    private CaseNumber won(PartnerKind kind) {
        String partner = partner(kind);
        String company = COMPANY + " " + companies;
        names(partner, company);
        return win(deals.lead(company));
    }

    private CaseNumber win(CaseNumber deal) {
        deals.win(deal, Money.of(100_000));
        if (rewardsOf(deal).stream().noneMatch(row -> isRunning(row.number()))) {
            process.open(deal);
        }
        time.runDueJobs();
        return rewardsOf(deal).get(0).number();
    }

    private CaseNumber earned() {
        CaseNumber reward = won(PartnerKind.AGENT);
        complete(reward, "approveReward", "manager2", Map.of("approved", "yes"));
        deals.firstPayment(dealOf(reward));
        deals.reviewAccepted(dealOf(reward));
        time.runDueJobs();
        assertThat(state(reward)).isEqualTo(RewardState.EARNED);
        return reward;
    }

    private CaseNumber payable() {
        CaseNumber reward = earned();
        process.claim(reward, "", SoldDeals.SALES);
        time.runDueJobs();
        assertThat(open(reward)).containsExactly("payReward");
        return reward;
    }

    private void pay(CaseNumber reward) {
        complete(reward, "payReward", "finance1", Map.of("amount", AMOUNT, "bankReference", "T-1"));
    }

    private Task task(CaseNumber reward, String key) {
        var task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(reward.value())
                        .taskDefinitionKey(key)
                        .singleResult();
        assertThat(task)
                .as("the task %s of %s, open are %s", key, reward, open(reward))
                .isNotNull();
        return task;
    }

    private List<String> open(CaseNumber reward) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reward.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private List<String> candidates(CaseNumber reward, String key) {
        return tasks.getIdentityLinksForTask(task(reward, key).getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private void complete(CaseNumber reward, String key, String user, Map<String, Object> answers) {
        String id = task(reward, key).getId();
        as(user, () -> forms.submitTaskForm(id, answers));
    }

    private void as(String user, Runnable action) {
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(org.camunda.bpm.engine.identity.Group::getId)
                        .toList());
        try {
            action.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private boolean isRunning(CaseNumber reward) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reward.value())
                        .count()
                > 0;
    }

    private List<String> walked(CaseNumber reward) {
        String instance =
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(reward.value())
                        .processDefinitionKey(RewardProcess.KEY)
                        .singleResult()
                        .getId();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private RewardState state(CaseNumber reward) {
        return desk.progress(reward).state();
    }

    private RewardLapse lapse(CaseNumber reward) {
        return desk.view(reward).reward().lapse();
    }

    private CaseNumber dealOf(CaseNumber reward) {
        return desk.view(reward).reward().deal();
    }

    private List<RewardRow> rewardsOf(CaseNumber deal) {
        return desk.find(new RewardFilter(Set.of(), null, deal, null), 0, 10).items();
    }

    private long payments() {
        return jdbc.sql("SELECT COUNT(*) FROM reward_payment").query(Long.class).single();
    }
}
