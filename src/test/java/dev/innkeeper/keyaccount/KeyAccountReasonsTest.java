package dev.innkeeper.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.keyaccount.facts.AccountTraits;
import dev.innkeeper.keyaccount.facts.CreditStanding;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.DealProspect;
import dev.innkeeper.keyaccount.facts.DealStanding;
import dev.innkeeper.keyaccount.facts.ExpectedClose;
import dev.innkeeper.keyaccount.facts.ExpenseClaim;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.GateCheck;
import dev.innkeeper.keyaccount.facts.LeadProfile;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.LeadVolume;
import dev.innkeeper.keyaccount.facts.MissedFollowUps;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import dev.innkeeper.keyaccount.facts.PlanLine;
import dev.innkeeper.keyaccount.facts.RewardClaim;
import dev.innkeeper.keyaccount.facts.RewardToApprove;
import dev.innkeeper.keyaccount.facts.RewardedDeal;
import dev.innkeeper.keyaccount.facts.RewardedPartner;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A reader of an answer about a deal sees what decided it, in words, and nothing else. */
class KeyAccountReasonsTest {

    private static final LeadProfile KNOWN_LEAD =
            new LeadProfile(true, false, true, LeadSource.OWN_RESEARCH, false);
    private static final RewardedDeal WON_DEAL =
            new RewardedDeal(true, new BigDecimal("100000"), true, true, false);
    private static final RewardedPartner AGENT =
            new RewardedPartner(PartnerKind.AGENT, true, 1, 1, false, false, false);

    private static List<String> reasons(Decision<?, ?> decision, Record... facts) {
        return told(decision, Fired::reasons, facts);
    }

    private static List<String> gaveWay(Decision<?, ?> decision, Record... facts) {
        return told(decision, Fired::gaveWay, facts);
    }

    private static List<String> told(
            Decision<?, ?> decision, Function<Fired, List<String>> which, Record... facts) {
        return ShippedRules.shipped(decision).ask(Facts.of(facts)).fired().stream()
                .flatMap(rule -> which.apply(rule).stream())
                .toList();
    }

    @Test
    void aQualifiedLeadTellsItsPointsAndWhatQualifies() {
        assertThat(
                        reasons(
                                KeyAccountDecisions.LEAD_QUALIFICATION,
                                KNOWN_LEAD,
                                new LeadVolume(new BigDecimal("200000"))))
                .containsExactlyInAnyOrder(
                        "The need is clear | 需求明确",
                        "It is known who decides | 决策人已知",
                        "It comes from own research | 来自自行开发",
                        "The volume is medium | 消费规模中等",
                        "60 points qualify | 60分确认有效");
    }

    @Test
    void aLeadOfACustomerOnHoldTellsThatAndNoThreshold() {
        assertThat(
                        reasons(
                                KeyAccountDecisions.LEAD_QUALIFICATION,
                                KNOWN_LEAD,
                                new CreditStanding(true)))
                .contains("The customer is on credit hold | 客户信用冻结")
                .noneMatch(reason -> reason.contains("points"));
    }

    @Test
    void aPoorLeadTellsThatItIsNotEvenWorthNurturing() {
        var cold = new LeadProfile(false, false, false, LeadSource.COLD, false);

        assertThat(reasons(KeyAccountDecisions.LEAD_QUALIFICATION, cold))
                .containsExactlyInAnyOrder(
                        "It is a cold lead | 陌生线索", "30 points are worth nurturing | 30分继续培育");
    }

    @Test
    void aGradedDealTellsItsBestGradeAndItsRhythmOnly() {
        var clear = new DealProspect(Need.CLEAR, true);

        assertThat(reasons(KeyAccountDecisions.DEAL_GRADE, clear, new ExpectedClose(20)))
                .containsExactlyInAnyOrder(
                        "The need is clear and the deal is close at hand | 需求明确，即将成交",
                        "It is expected within weeks | 预计数周内成交",
                        "Days from one follow-up to the next: 1 | 跟进周期天数：1");
        assertThat(gaveWay(KeyAccountDecisions.DEAL_GRADE, clear, new ExpectedClose(20)))
                .contains(
                        "The need is clear and the deal is near | 需求明确，近期可成交",
                        "Days from one follow-up to the next: 365 | 跟进周期天数：365");
    }

    @Test
    void aShutGateTellsWhatIsMissingOnly() {
        assertThat(reasons(KeyAccountDecisions.STAGE_GATE, plan(Stage.PLANNED, 1)))
                .containsExactly("A team is needed | 须有团队");
    }

    @Test
    void anOpenGateTellsWhatItAskedForAndGot() {
        assertThat(reasons(KeyAccountDecisions.STAGE_GATE, plan(Stage.PLANNED, 3)))
                .containsExactlyInAnyOrder(
                        "An approved plan is needed | 须有已批准的计划",
                        "A team is needed | 须有团队",
                        "A budget is needed | 须有预算",
                        "The plan is approved | 计划已批准",
                        "The team has at least 2 people | 团队至少2人",
                        "There is a budget | 有预算");
    }

    @Test
    void aDealThatIsCheckedLateTellsEveryLevelItReached() {
        assertThat(
                        reasons(
                                KeyAccountDecisions.DEAL_ESCALATION,
                                new DealStanding(DealGrade.A, 28, -1),
                                new MissedFollowUps(2, 0)))
                .containsExactlyInAnyOrder(
                        "It has stood in its stage for 14 days or longer | 在当前阶段停留14天以上",
                        "It has stood in its stage for 28 days or longer | 在当前阶段停留28天以上",
                        "Two follow-ups were missed in a row | 连续两次未跟进",
                        "Level 1 is the supervisor | 一级为部门主管",
                        "Level 2 is the customer service manager | 二级为客服经理",
                        "Level 3 is the general manager | 三级为总经理");
    }

    @Test
    void aDealThatEverybodyKnowsOfTellsItsHighestLevelOnly() {
        assertThat(
                        reasons(
                                KeyAccountDecisions.DEAL_ESCALATION,
                                new DealStanding(DealGrade.A, 30, 28)))
                .containsExactlyInAnyOrder(
                        "It has stood in its stage for 28 days or longer | 在当前阶段停留28天以上",
                        "Level 3 is the general manager | 三级为总经理");
    }

    @Test
    void aDealThatMovesTellsNothing() {
        assertThat(
                        reasons(
                                KeyAccountDecisions.DEAL_ESCALATION,
                                new DealStanding(DealGrade.A, 3, -1)))
                .isEmpty();
    }

    @Test
    void aRefusedClaimTellsNoApprover() {
        var late = new ExpenseClaim(ExpenseKind.TRAVEL, BigDecimal.TEN, 61, false);

        assertThat(reasons(KeyAccountDecisions.EXPENSE_AUDIT, late))
                .containsExactly("The expense is older than 60 days | 费用发生已超过60天");
        assertThat(gaveWay(KeyAccountDecisions.EXPENSE_AUDIT, late))
                .contains("The plan has no line for it | 计划中无此预算项");
    }

    @Test
    void aClaimThatExceedsItsLineTellsTheStrictestReasonAndItsApprover() {
        var dinner = new ExpenseClaim(ExpenseKind.ENTERTAINMENT, new BigDecimal("2500"), 1, false);
        var line = new PlanLine(new BigDecimal("10000"), new BigDecimal("105"));

        assertThat(reasons(KeyAccountDecisions.EXPENSE_AUDIT, dinner, line))
                .containsExactlyInAnyOrder(
                        "The entertainment is large | 单次招待金额较大",
                        "Approval step 2 is the general manager | 二级审批为总经理");
        assertThat(gaveWay(KeyAccountDecisions.EXPENSE_AUDIT, dinner, line))
                .contains("The budget line is exceeded | 超出预算项", "The plan covers it | 在计划之内");
    }

    @Test
    void aRewardTellsItsLimitWhereTheLimitBinds() {
        var large = new RewardedDeal(true, new BigDecimal("2000000"), true, true, false);

        assertThat(reasons(KeyAccountDecisions.PARTNER_REWARD, large, AGENT))
                .contains("At most 30000 CNY | 最多30000元");
        assertThat(gaveWay(KeyAccountDecisions.PARTNER_REWARD, WON_DEAL, AGENT))
                .containsExactly("At most 30000 CNY | 最多30000元");
    }

    @Test
    void aRewardTellsTheDayOfItsClaimWhereItIsTooLate() {
        String tooLate = "The claim comes 400 days after the reward was earned | 获得奖励后400天申领";

        assertThat(
                        reasons(
                                KeyAccountDecisions.PARTNER_REWARD,
                                WON_DEAL,
                                AGENT,
                                new RewardClaim(400)))
                .contains(tooLate);
        assertThat(reasons(KeyAccountDecisions.PARTNER_REWARD, WON_DEAL, AGENT, new RewardClaim(4)))
                .noneMatch(reason -> reason.contains("days after"));
    }

    @Test
    void aSmallRewardTellsTheManagerOnly() {
        assertThat(
                        reasons(
                                KeyAccountDecisions.REWARD_APPROVAL,
                                new RewardToApprove(new BigDecimal("10000"))))
                .containsExactlyInAnyOrder(
                        "Every reward is approved | 所有奖励均须审批",
                        "Approval step 1 is the customer service manager | 一级审批为客服经理");
    }

    @Test
    void aCustomerTellsTheCriteriaThatAreMet() {
        assertThat(
                        reasons(
                                KeyAccountDecisions.KEY_ACCOUNT_STATUS,
                                new AccountTraits(false, true, false)))
                .containsExactlyInAnyOrder(
                        "The customer counts as a brand or reference | 客户具有品牌或示范意义",
                        "Two criteria make a key account | 满足两项标准即为大客户");
    }

    @Test
    void twoThresholdsOfALeadContradictEachOther() {
        contradicts(
                KeyAccountDecisions.LEAD_QUALIFICATION,
                new Change("lead-qualification.drl", "nurtureFrom(30,", "qualifyFrom(30,"),
                Facts.of(KNOWN_LEAD),
                "points from which a lead qualifies",
                "A lead qualifies with 60 points",
                "A lead is nurtured with 30 points");
    }

    @Test
    void twoRhythmsOfAGradeContradictEachOther() {
        contradicts(
                KeyAccountDecisions.DEAL_GRADE,
                new Change("rhythm.drl.csv", "\"B, 7, 1\"", "\"A, 7, 1\""),
                Facts.of(new DealProspect(Need.CLEAR, true)),
                "follow-ups of grade A",
                "Deals of grade A have their rhythm of follow-ups",
                "Deals of grade B have their rhythm of follow-ups");
    }

    @Test
    void twoGroupsOfALevelContradictEachOther() {
        contradicts(
                KeyAccountDecisions.DEAL_ESCALATION,
                new Change("levels.drl.csv", "\"3, GENERAL_MANAGER", "\"2, GENERAL_MANAGER"),
                Facts.of(new DealStanding(DealGrade.A, 1, -1)),
                "group of level 2",
                "Level 2 is the customer service manager",
                "Level 3 is the general manager");
    }

    @Test
    void twoApproversAtAStepContradictEachOther() {
        contradicts(
                KeyAccountDecisions.REWARD_APPROVAL,
                new Change("approvers.drl.csv", "\"2, GENERAL_MANAGER", "\"1, GENERAL_MANAGER"),
                Facts.of(new RewardToApprove(BigDecimal.TEN)),
                "approver at step 1",
                "Approval step 1 is the customer service manager",
                "Approval step 2 is the general manager");
    }

    @Test
    void twoPercentagesForAKindOfPartnerContradictEachOther() {
        contradicts(
                KeyAccountDecisions.PARTNER_REWARD,
                new Change("rewards.drl.csv", ",INFORMANT,1,", ",AGENT,1,"),
                Facts.of(WON_DEAL, AGENT),
                "percentage of the value",
                "An informant gets a percentage of the first-year value up to a limit",
                "An agent gets a percentage of the first-year value up to a limit");
    }

    @Test
    void aLevelWithoutAGroupIsNamed() {
        try (var rules =
                ShippedRules.changed(
                        KeyAccountDecisions.DEAL_ESCALATION,
                        new Change(
                                "levels.drl.csv",
                                "\"3, GENERAL_MANAGER",
                                "\"4, GENERAL_MANAGER"))) {
            assertThatThrownBy(() -> rules.ask(Facts.of(new DealStanding(DealGrade.A, 28, 14))))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("No rule gave the group of level 3");
        }
    }

    private static void contradicts(
            Decision<?, ?> decision, Change change, Facts facts, String... named) {
        try (var rules = ShippedRules.changed(decision, change)) {
            assertThatThrownBy(() -> rules.ask(facts))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("Two rules contradict each other")
                    .hasMessageContainingAll(named);
        }
    }

    private static GateCheck plan(Stage to, int teamSize) {
        return new GateCheck(
                to,
                true,
                true,
                true,
                teamSize,
                BigDecimal.ONE,
                false,
                BigDecimal.ZERO,
                false,
                false,
                false,
                false,
                0,
                false,
                false);
    }
}
