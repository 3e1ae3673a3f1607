package dev.innkeeper.keyaccount;

import static dev.innkeeper.keyaccount.KeyAccountDecisions.DEAL_ESCALATION;
import static dev.innkeeper.keyaccount.KeyAccountDecisions.DEAL_GRADE;
import static dev.innkeeper.keyaccount.KeyAccountDecisions.EXPENSE_AUDIT;
import static dev.innkeeper.keyaccount.KeyAccountDecisions.KEY_ACCOUNT_STATUS;
import static dev.innkeeper.keyaccount.KeyAccountDecisions.LEAD_QUALIFICATION;
import static dev.innkeeper.keyaccount.KeyAccountDecisions.PARTNER_REWARD;
import static dev.innkeeper.keyaccount.KeyAccountDecisions.REWARD_APPROVAL;
import static dev.innkeeper.keyaccount.KeyAccountDecisions.STAGE_GATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Figure;
import dev.innkeeper.decision.Figures;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.keyaccount.facts.AccountTraits;
import dev.innkeeper.keyaccount.facts.CreditLine;
import dev.innkeeper.keyaccount.facts.CreditScore;
import dev.innkeeper.keyaccount.facts.CreditStanding;
import dev.innkeeper.keyaccount.facts.DealEscalation;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.DealGrading;
import dev.innkeeper.keyaccount.facts.DealProspect;
import dev.innkeeper.keyaccount.facts.DealStanding;
import dev.innkeeper.keyaccount.facts.ExpectedClose;
import dev.innkeeper.keyaccount.facts.ExpenseAudit;
import dev.innkeeper.keyaccount.facts.ExpenseClaim;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.ExpenseVerdict;
import dev.innkeeper.keyaccount.facts.GateCheck;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.GateResult;
import dev.innkeeper.keyaccount.facts.KeyAccountStatus;
import dev.innkeeper.keyaccount.facts.LeadProfile;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.LeadVolume;
import dev.innkeeper.keyaccount.facts.MissedFollowUps;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import dev.innkeeper.keyaccount.facts.PartnerReward;
import dev.innkeeper.keyaccount.facts.PlanLine;
import dev.innkeeper.keyaccount.facts.Qualification;
import dev.innkeeper.keyaccount.facts.RewardApproval;
import dev.innkeeper.keyaccount.facts.RewardClaim;
import dev.innkeeper.keyaccount.facts.RewardToApprove;
import dev.innkeeper.keyaccount.facts.RewardedDeal;
import dev.innkeeper.keyaccount.facts.RewardedPartner;
import dev.innkeeper.keyaccount.facts.SalesShare;
import dev.innkeeper.keyaccount.facts.SignedContract;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.keyaccount.facts.Urgency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of the pipeline stands in a rule file: changed there, the answer is another. */
class KeyAccountFiguresTest {

    static List<Figure<?>> figures() {
        var all = new ArrayList<Figure<?>>();
        pointsOfLeads(new Figures<>(LEAD_QUALIFICATION, all));
        verdictsOnLeads(new Figures<>(LEAD_QUALIFICATION, all));
        grades(new Figures<>(DEAL_GRADE, all));
        rhythms(new Figures<>(DEAL_GRADE, all));
        gates(new Figures<>(STAGE_GATE, all));
        whatDealsHave(new Figures<>(STAGE_GATE, all));
        escalation(new Figures<>(DEAL_ESCALATION, all));
        expenses(new Figures<>(EXPENSE_AUDIT, all));
        rewards(new Figures<>(PARTNER_REWARD, all));
        conditionsOfRewards(new Figures<>(PARTNER_REWARD, all));
        approvalsOfRewards(new Figures<>(REWARD_APPROVAL, all));
        keyAccounts(new Figures<>(KEY_ACCOUNT_STATUS, all));
        return all;
    }

    private static void pointsOfLeads(Figures<Qualification> leads) {
        points(leads, "25, The need", "26, The need", lead(true, false, false), 25, 26);
        points(leads, "15, The budget", "16, The budget", lead(false, true, false), 15, 16);
        points(leads, "20, It is known", "21, It is known", lead(false, false, true), 20, 21);
        points(
                leads,
                "15, It comes from a customer",
                "16, It comes from a customer",
                from(LeadSource.EXISTING_CUSTOMER, false),
                15,
                16);
        points(
                leads,
                "15, It comes from a partner",
                "16, It comes from a partner",
                from(LeadSource.PARTNER, true),
                15,
                16);
        points(
                leads,
                "\"0, It comes from a partner",
                "\"1, It comes from a partner",
                from(LeadSource.PARTNER, false),
                0,
                1);
        points(
                leads,
                "15, It comes from own",
                "16, It comes from own",
                from(LeadSource.OWN_RESEARCH, false),
                15,
                16);
        points(leads, "0, It is a cold", "1, It is a cold", from(LeadSource.COLD, false), 0, 1);
        volume(leads, ",500000,", ",500001,", "500000", 25, 15);
        volume(leads, "25, The volume", "26, The volume", "500000", 25, 26);
        volume(leads, ",100000,", ",100001,", "100000", 15, 5);
        volume(leads, "15, The volume", "16, The volume", "100000", 15, 16);
        volume(leads, "\"5, The volume", "\"6, The volume", "99999.99", 5, 6);
    }

    private static void points(
            Figures<Qualification> leads,
            String from,
            String to,
            LeadProfile lead,
            int before,
            int after) {
        leads.see("points.drl.csv", from, to, Facts.of(lead), Qualification::points, before, after);
    }

    private static void volume(
            Figures<Qualification> leads,
            String from,
            String to,
            String yearly,
            int before,
            int after) {
        leads.see(
                "volume.drl.csv",
                from,
                to,
                Facts.of(from(LeadSource.COLD, false), new LeadVolume(yuan(yearly))),
                Qualification::points,
                before,
                after);
    }

    private static void verdictsOnLeads(Figures<Qualification> leads) {
        var sixty = new LeadProfile(true, false, true, LeadSource.OWN_RESEARCH, false);
        var thirty = new LeadProfile(false, true, false, LeadSource.OWN_RESEARCH, false);
        verdict(
                leads,
                "qualifyFrom(60,",
                "qualifyFrom(61,",
                Facts.of(sixty),
                LeadVerdict.QUALIFY,
                LeadVerdict.NURTURE);
        verdict(
                leads,
                "nurtureFrom(30,",
                "nurtureFrom(31,",
                Facts.of(thirty),
                LeadVerdict.NURTURE,
                LeadVerdict.DISCARD);
        verdict(
                leads,
                "score < 50",
                "score <= 50",
                Facts.of(sixty, new CreditScore(50)),
                LeadVerdict.QUALIFY,
                LeadVerdict.DISCARD);
        verdict(
                leads,
                "( onHold )",
                "( !onHold )",
                Facts.of(sixty, new CreditStanding(true)),
                LeadVerdict.DISCARD,
                LeadVerdict.QUALIFY);
    }

    private static void verdict(
            Figures<Qualification> leads,
            String from,
            String to,
            Facts facts,
            LeadVerdict before,
            LeadVerdict after) {
        leads.see("lead-qualification.drl", from, to, facts, Qualification::verdict, before, after);
    }

    private static void grades(Figures<DealGrading> deals) {
        grade(deals, ",30,\"A", ",29,\"A", expected(30), DealGrade.A, DealGrade.B);
        grade(deals, ",90,\"B", ",89,\"B", expected(90), DealGrade.B, DealGrade.C);
        grade(deals, ",180,\"C", ",179,\"C", expected(180), DealGrade.C, DealGrade.D);
        grade(
                deals,
                "D, The need is clear",
                "C, The need is clear",
                expected(181),
                DealGrade.D,
                DealGrade.C);
        grade(
                deals,
                "D, The need is latent",
                "C, The need is latent",
                Facts.of(new DealProspect(Need.LATENT, true)),
                DealGrade.D,
                DealGrade.C);
        grade(
                deals,
                "E, There is no need",
                "D, There is no need",
                Facts.of(new DealProspect(Need.NONE, true)),
                DealGrade.E,
                DealGrade.D);
        grade(
                deals,
                "E, There is no chance",
                "D, There is no chance",
                Facts.of(new DealProspect(Need.CLEAR, false)),
                DealGrade.E,
                DealGrade.D);
        urgency(deals, ",7,", ",6,", 7, Urgency.URGENT, Urgency.SOON);
        urgency(deals, ",30,", ",29,", 30, Urgency.SOON, Urgency.NOT_URGENT);
        urgency(deals, ",90,", ",89,", 90, Urgency.NOT_URGENT, Urgency.SLOW);
    }

    private static void grade(
            Figures<DealGrading> deals,
            String from,
            String to,
            Facts facts,
            DealGrade before,
            DealGrade after) {
        deals.see("grade.drl.csv", from, to, facts, DealGrading::grade, before, after);
    }

    private static void urgency(
            Figures<DealGrading> deals,
            String from,
            String to,
            int days,
            Urgency before,
            Urgency after) {
        deals.see("urgency.drl.csv", from, to, expected(days), DealGrading::urgency, before, after);
    }

    private static void rhythms(Figures<DealGrading> deals) {
        rhythm(deals, DealGrade.A, expected(30), 1, 1);
        rhythm(deals, DealGrade.B, expected(90), 7, 1);
        rhythm(deals, DealGrade.C, expected(180), 15, 2);
        rhythm(deals, DealGrade.D, expected(181), 30, 3);
        rhythm(deals, DealGrade.E, Facts.of(new DealProspect(Need.NONE, true)), 365, 14);
    }

    private static void rhythm(
            Figures<DealGrading> deals, DealGrade grade, Facts facts, int every, int open) {
        String row = "\"%s, %d, %d\"";
        deals.see(
                "rhythm.drl.csv",
                row.formatted(grade, every, open),
                row.formatted(grade, every + 1, open),
                facts,
                DealGrading::followUpEveryDays,
                every,
                every + 1);
        deals.see(
                "rhythm.drl.csv",
                row.formatted(grade, every, open),
                row.formatted(grade, every, open - 1),
                facts,
                DealGrading::openDaysBefore,
                open,
                open - 1);
    }

    private static void gates(Figures<GateResult> deals) {
        asked(deals, Stage.QUALIFIED, GateItem.VERIFIED_CONTACT, GateItem.NEED_DESCRIBED);
        asked(deals, Stage.PLANNED, GateItem.APPROVED_PLAN, GateItem.TEAM, GateItem.BUDGET);
        asked(deals, Stage.PROPOSED, GateItem.DATED_PROPOSAL, GateItem.VALUE);
        asked(deals, Stage.NEGOTIATING, GateItem.CUSTOMERS_ANSWER, GateItem.COMPETITOR);
        asked(deals, Stage.WON, GateItem.CONTRACT_NUMBER, GateItem.VALUE, GateItem.TERM);
        asked(deals, Stage.WON, GateItem.CREDIT);
        asked(deals, Stage.LOST, GateItem.REASON);
        asked(deals, Stage.DISCARDED, GateItem.REASON);
        deals.see(
                "gates.drl.csv",
                "PROPOSED,500000,",
                "PROPOSED,500001,",
                Facts.of(bare(Stage.PROPOSED, "500000")),
                missing(GateItem.TOP_LEVEL_CONTACT),
                true,
                false);
    }

    /** The gate of the stage asks for each of them, until its row names another stage. */
    private static void asked(Figures<GateResult> deals, Stage to, GateItem... items) {
        for (GateItem item : items) {
            String row = ",%s,,\"%s,";
            deals.see(
                    "gates.drl.csv",
                    row.formatted(to, item),
                    row.formatted(Stage.LINKED, item),
                    Facts.of(bare(to, "0")),
                    missing(item),
                    true,
                    false);
        }
    }

    private static void whatDealsHave(Figures<GateResult> deals) {
        has(deals, Stage.QUALIFIED, "contactVerified", GateItem.VERIFIED_CONTACT);
        has(deals, Stage.QUALIFIED, "needDescribed", GateItem.NEED_DESCRIBED);
        has(deals, Stage.PLANNED, "planApproved", GateItem.APPROVED_PLAN);
        has(deals, Stage.PROPOSED, "proposalDated", GateItem.DATED_PROPOSAL);
        has(deals, Stage.PROPOSED, "topLevelContact", GateItem.TOP_LEVEL_CONTACT);
        has(deals, Stage.NEGOTIATING, "customerAnswered", GateItem.CUSTOMERS_ANSWER);
        has(deals, Stage.NEGOTIATING, "competitorStated", GateItem.COMPETITOR);
        has(deals, Stage.WON, "contractNumbered", GateItem.CONTRACT_NUMBER);
        has(deals, Stage.WON, "prepaid", GateItem.CREDIT);
        has(deals, Stage.LOST, "reasonGiven", GateItem.REASON);
        enough(deals, Stage.PLANNED, "teamSize >= 2", "teamSize >= 3", GateItem.TEAM);
        enough(deals, Stage.PLANNED, "budget > 0", "budget > 1", GateItem.BUDGET);
        enough(deals, Stage.PROPOSED, "value > 0", "value > 500000", GateItem.VALUE);
        enough(deals, Stage.WON, "termMonths > 0", "termMonths > 1", GateItem.TERM);
        deals.see(
                "there.drl",
                "requested <= limit",
                "requested < limit",
                Facts.of(bare(Stage.WON, "1"), new CreditLine(yuan("50000"), yuan("50000"))),
                missing(GateItem.CREDIT),
                false,
                true);
    }

    private static void has(Figures<GateResult> deals, Stage to, String field, GateItem item) {
        enough(deals, to, "( " + field + " )", "( !" + field + " )", item);
    }

    private static void enough(
            Figures<GateResult> deals, Stage to, String from, String changed, GateItem item) {
        deals.see("there.drl", from, changed, Facts.of(complete(to)), missing(item), false, true);
    }

    private static void escalation(Figures<DealEscalation> deals) {
        Map.of(DealGrade.A, 14, DealGrade.B, 30, DealGrade.C, 60, DealGrade.D, 120)
                .forEach(
                        (grade, days) -> {
                            String row = ",%s,%d,%d\n";
                            deals.see(
                                    "standstill.drl.csv",
                                    row.formatted(grade, days, 2 * days),
                                    row.formatted(grade, days + 1, 2 * days),
                                    Facts.of(new DealStanding(grade, days, -1)),
                                    DealEscalation::level,
                                    2,
                                    0);
                            deals.see(
                                    "standstill.drl.csv",
                                    row.formatted(grade, days, 2 * days),
                                    row.formatted(grade, days, 2 * days + 1),
                                    Facts.of(new DealStanding(grade, 2 * days, days)),
                                    DealEscalation::told,
                                    Set.of(Group.GENERAL_MANAGER),
                                    Set.of());
                            deals.see(
                                    "standstill.drl.csv",
                                    row.formatted(grade, days, 2 * days),
                                    row.formatted(grade, days + 3, 2 * days),
                                    Facts.of(new DealStanding(grade, 1, 0)),
                                    DealEscalation::nextCheckAfterDays,
                                    days - 1,
                                    days + 2);
                        });
        var missedTwo = Facts.of(new DealStanding(DealGrade.A, 0, -1), new MissedFollowUps(2, 1));
        deals.see(
                "follow-ups.drl",
                "levelAfterMissed(2,",
                "levelAfterMissed(3,",
                missedTwo,
                DealEscalation::told,
                Set.of(Group.SUPERVISOR),
                Set.of());
        deals.see(
                "levels.drl.csv",
                "1, SUPERVISOR",
                "1, SALES",
                missedTwo,
                DealEscalation::told,
                Set.of(Group.SUPERVISOR),
                Set.of(Group.SALES));
        var late = Facts.of(new DealStanding(DealGrade.A, 28, -1));
        deals.see(
                "levels.drl.csv",
                "2, CUSTOMER_SERVICE_MANAGER",
                "2, SALES",
                late,
                DealEscalation::told,
                Set.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER),
                Set.of(Group.SALES, Group.GENERAL_MANAGER));
        deals.see(
                "levels.drl.csv",
                "3, GENERAL_MANAGER",
                "3, SALES",
                late,
                DealEscalation::told,
                Set.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER),
                Set.of(Group.CUSTOMER_SERVICE_MANAGER, Group.SALES));
    }

    private static void expenses(Figures<ExpenseAudit> claims) {
        claims.see(
                "exceeded.drl.csv",
                ",100,",
                ",101,",
                claim(ExpenseKind.TRAVEL, "500", 1).and(used("100.01")),
                ExpenseAudit::verdict,
                ExpenseVerdict.APPROVAL,
                ExpenseVerdict.ACCEPTED);
        claims.see(
                "exceeded.drl.csv",
                "1, The budget line",
                "2, The budget line",
                claim(ExpenseKind.TRAVEL, "500", 1).and(used("100.01")),
                ExpenseAudit::approvers,
                List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER),
                List.of(Group.GENERAL_MANAGER));
        claims.see(
                "exceeded.drl.csv",
                ",110,",
                ",111,",
                claim(ExpenseKind.TRAVEL, "500", 1).and(used("110.01")),
                ExpenseAudit::approvers,
                List.of(Group.GENERAL_MANAGER),
                List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER));
        claims.see(
                "single.drl.csv",
                ",2000,",
                ",2001,",
                claim(ExpenseKind.ENTERTAINMENT, "2000.01", 1).and(used("50")),
                ExpenseAudit::verdict,
                ExpenseVerdict.APPROVAL,
                ExpenseVerdict.ACCEPTED);
        claims.see(
                "single.drl.csv",
                "2, The entertainment",
                "1, The entertainment",
                claim(ExpenseKind.ENTERTAINMENT, "2000.01", 1).and(used("50")),
                ExpenseAudit::approvers,
                List.of(Group.GENERAL_MANAGER),
                List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER));
        claims.see(
                "expense-audit.drl",
                "approvalStep(2,",
                "approvalStep(1,",
                claim(ExpenseKind.TRAVEL, "500", 1),
                ExpenseAudit::approvers,
                List.of(Group.GENERAL_MANAGER),
                List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER));
        claims.see(
                "expense-audit.drl",
                "ageDays > 60",
                "ageDays > 61",
                claim(ExpenseKind.TRAVEL, "500", 61).and(used("50")),
                ExpenseAudit::verdict,
                ExpenseVerdict.REFUSED,
                ExpenseVerdict.ACCEPTED);
        claims.see(
                "approvers.drl.csv",
                "1, CUSTOMER_SERVICE_MANAGER",
                "1, FINANCE",
                claim(ExpenseKind.TRAVEL, "500", 1).and(used("105")),
                ExpenseAudit::approvers,
                List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER),
                List.of(Group.FINANCE, Group.GENERAL_MANAGER));
    }

    private static void rewards(Figures<PartnerReward> rewards) {
        reward(rewards, PartnerKind.INFORMANT, 1, 5000);
        reward(rewards, PartnerKind.AGENT, 3, 30000);
        reward(rewards, PartnerKind.INTERMEDIARY, 5, 100000);
        rewards.see(
                "shares.drl.csv",
                "70, The",
                "60, The",
                rewarded("100000", partner(PartnerKind.AGENT, 1, 2)),
                PartnerReward::amount,
                yuan("2100.00"),
                yuan("1800.00"));
        rewards.see(
                "shares.drl.csv",
                "30, The",
                "40, The",
                rewarded("100000", partner(PartnerKind.AGENT, 2, 2)),
                PartnerReward::amount,
                yuan("900.00"),
                yuan("1200.00"));
    }

    private static void reward(
            Figures<PartnerReward> rewards, PartnerKind kind, int percent, int cap) {
        String row = ",%s,%d,%d\n";
        rewards.see(
                "rewards.drl.csv",
                row.formatted(kind, percent, cap),
                row.formatted(kind, percent + 1, cap),
                rewarded("1000", partner(kind, 1, 1)),
                PartnerReward::amount,
                yuan(percent + "0.00"),
                yuan(percent + 1 + "0.00"));
        rewards.see(
                "rewards.drl.csv",
                row.formatted(kind, percent, cap),
                row.formatted(kind, percent, cap + 1),
                rewarded("9000000", partner(kind, 1, 1)),
                PartnerReward::amount,
                yuan(cap + ".00"),
                yuan(cap + 1 + ".00"));
    }

    private static void conditionsOfRewards(Figures<PartnerReward> rewards) {
        List.of(
                        "( !registeredBeforeLead )",
                        "( !won )",
                        "( !reviewAccepted )",
                        "( !firstPaymentReceived )")
                .forEach(condition -> eligible(rewards, condition, condition.replace("!", "")));
        List.of(
                        "( ourEmployee )",
                        "( customersEmployee )",
                        "RewardedDeal( openAuditFinding )",
                        "RewardedPartner( openAuditFinding )")
                .forEach(condition -> eligible(rewards, condition, condition.replace("( ", "( !")));
        var claimed = rewarded("1000", partner(PartnerKind.AGENT, 1, 1)).and(new RewardClaim(365));
        rewards.see(
                "partner-reward.drl",
                "claimWithinDays(365,",
                "claimWithinDays(364,",
                claimed,
                PartnerReward::eligible,
                true,
                false);
        rewards.see(
                "partner-reward.drl",
                "claimWithinDays(365,",
                "claimWithinDays(366,",
                claimed,
                PartnerReward::claimWithinDays,
                365,
                366);
        rewards.see(
                "partner-reward.drl",
                "clawBackWithinDays(90,",
                "clawBackWithinDays(91,",
                claimed,
                PartnerReward::clawBackWithinDays,
                90,
                91);
    }

    private static void eligible(Figures<PartnerReward> rewards, String from, String to) {
        rewards.see(
                "partner-reward.drl",
                from,
                to,
                rewarded("1000", partner(PartnerKind.AGENT, 1, 1)),
                PartnerReward::eligible,
                true,
                false);
    }

    private static void approvalsOfRewards(Figures<RewardApproval> rewards) {
        var both = List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);
        rewards.see(
                "approval.drl.csv",
                ",10000,",
                ",10001,",
                Facts.of(new RewardToApprove(yuan("10000.01"))),
                RewardApproval::approvers,
                List.of(Group.GENERAL_MANAGER),
                both);
        rewards.see(
                "reward-approval.drl",
                "approvalStep(1,",
                "approvalStep(2,",
                Facts.of(new RewardToApprove(yuan("10000"))),
                RewardApproval::approvers,
                both,
                List.of(Group.GENERAL_MANAGER));
        rewards.see(
                "approvers.drl.csv",
                "2, GENERAL_MANAGER",
                "2, FINANCE",
                Facts.of(new RewardToApprove(yuan("10000"))),
                RewardApproval::approvers,
                both,
                List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.FINANCE));
    }

    private static void keyAccounts(Figures<KeyAccountStatus> customers) {
        var all =
                Facts.of(
                        new SignedContract(12, yuan("300000")),
                        new SalesShare(yuan("2")),
                        new AccountTraits(true, true, true),
                        new CreditScore(70));
        criterion(customers, "termMonths >= 12", "termMonths >= 13", all);
        criterion(customers, "yearlyValue >= 300000", "yearlyValue >= 300001", all);
        criterion(customers, "percent >= 2", "percent >= 3", all);
        criterion(customers, "score >= 70", "score >= 71", all);
        criterion(customers, "( grossMarginAboveAverage )", "( !grossMarginAboveAverage )", all);
        criterion(customers, "( strategic )", "( !strategic )", all);
        criterion(customers, "( advancedManagement )", "( !advancedManagement )", all);
        customers.see(
                "key-account-status.drl",
                "needed(2,",
                "needed(3,",
                Facts.of(new AccountTraits(true, true, false)),
                KeyAccountStatus::keyAccount,
                true,
                false);
    }

    private static void criterion(
            Figures<KeyAccountStatus> customers, String from, String to, Facts all) {
        customers.see("key-account-status.drl", from, to, all, KeyAccountStatus::criteria, 6, 5);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aChangedFigureChangesTheAnswer(Figure<?> figure) {
        figure.decidesTheAnswer();
    }

    @Test
    void aFollowUpStandsInTheWorkListNoLongerThanFromOneToTheNext() {
        try (var rules =
                ShippedRules.changed(
                        DEAL_GRADE, new Change("rhythm.drl.csv", "\"B, 7, 1\"", "\"B, 7, 30\""))) {
            assertThat(rules.ask(expected(90)).result().openDaysBefore()).isEqualTo(7);
        }
    }

    @Test
    void aStepAboveTheLastApproverGoesToTheLastApprover() {
        try (var rules =
                ShippedRules.changed(
                        REWARD_APPROVAL,
                        new Change("approval.drl.csv", "2, More than", "3, More than"))) {
            assertThat(
                            rules.ask(Facts.of(new RewardToApprove(yuan("10000.01"))))
                                    .result()
                                    .approvers())
                    .containsExactly(Group.GENERAL_MANAGER);
        }
    }

    private static LeadProfile lead(
            boolean needClear, boolean budgetKnown, boolean decisionMakerKnown) {
        return new LeadProfile(needClear, budgetKnown, decisionMakerKnown, LeadSource.COLD, false);
    }

    private static LeadProfile from(LeadSource source, boolean partnerRegisteredBefore) {
        return new LeadProfile(false, false, false, source, partnerRegisteredBefore);
    }

    private static Facts expected(int days) {
        return Facts.of(new DealProspect(Need.CLEAR, true), new ExpectedClose(days));
    }

    /** A deal that has nothing but a value. */
    private static GateCheck bare(Stage to, String value) {
        return new GateCheck(
                to,
                false,
                false,
                false,
                0,
                BigDecimal.ZERO,
                false,
                yuan(value),
                false,
                false,
                false,
                false,
                0,
                false,
                false);
    }

    /** A deal that has everything, and of people, money and time just enough. */
    private static GateCheck complete(Stage to) {
        return new GateCheck(
                to,
                true,
                true,
                true,
                2,
                BigDecimal.ONE,
                true,
                yuan("500000"),
                true,
                true,
                true,
                true,
                1,
                true,
                true);
    }

    private static Function<GateResult, Object> missing(GateItem item) {
        return gate -> gate.missing().contains(item);
    }

    private static Facts claim(ExpenseKind kind, String amount, int ageDays) {
        return Facts.of(new ExpenseClaim(kind, yuan(amount), ageDays, false));
    }

    private static PlanLine used(String percent) {
        return new PlanLine(yuan("1000"), yuan(percent));
    }

    private static Facts rewarded(String value, RewardedPartner partner) {
        return Facts.of(new RewardedDeal(true, yuan(value), true, true, false), partner);
    }

    private static RewardedPartner partner(PartnerKind kind, int nth, int partners) {
        return new RewardedPartner(kind, true, nth, partners, false, false, false);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
