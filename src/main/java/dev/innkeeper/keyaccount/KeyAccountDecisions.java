package dev.innkeeper.keyaccount;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.keyaccount.facts.AccountTraits;
import dev.innkeeper.keyaccount.facts.CreditLine;
import dev.innkeeper.keyaccount.facts.CreditScore;
import dev.innkeeper.keyaccount.facts.CreditStanding;
import dev.innkeeper.keyaccount.facts.DealEscalation;
import dev.innkeeper.keyaccount.facts.DealEscalationOutcome;
import dev.innkeeper.keyaccount.facts.DealGradeOutcome;
import dev.innkeeper.keyaccount.facts.DealGrading;
import dev.innkeeper.keyaccount.facts.DealProspect;
import dev.innkeeper.keyaccount.facts.DealStanding;
import dev.innkeeper.keyaccount.facts.ExpectedClose;
import dev.innkeeper.keyaccount.facts.ExpenseAudit;
import dev.innkeeper.keyaccount.facts.ExpenseAuditOutcome;
import dev.innkeeper.keyaccount.facts.ExpenseClaim;
import dev.innkeeper.keyaccount.facts.GateCheck;
import dev.innkeeper.keyaccount.facts.GateResult;
import dev.innkeeper.keyaccount.facts.KeyAccountStatus;
import dev.innkeeper.keyaccount.facts.KeyAccountStatusOutcome;
import dev.innkeeper.keyaccount.facts.LeadCollision;
import dev.innkeeper.keyaccount.facts.LeadCollisionOutcome;
import dev.innkeeper.keyaccount.facts.LeadProfile;
import dev.innkeeper.keyaccount.facts.LeadQualificationOutcome;
import dev.innkeeper.keyaccount.facts.LeadVolume;
import dev.innkeeper.keyaccount.facts.MissedFollowUps;
import dev.innkeeper.keyaccount.facts.NewLead;
import dev.innkeeper.keyaccount.facts.OpenDealOfCustomer;
import dev.innkeeper.keyaccount.facts.PartnerReward;
import dev.innkeeper.keyaccount.facts.PartnerRewardOutcome;
import dev.innkeeper.keyaccount.facts.PlanLine;
import dev.innkeeper.keyaccount.facts.Qualification;
import dev.innkeeper.keyaccount.facts.RewardApproval;
import dev.innkeeper.keyaccount.facts.RewardApprovalOutcome;
import dev.innkeeper.keyaccount.facts.RewardClaim;
import dev.innkeeper.keyaccount.facts.RewardToApprove;
import dev.innkeeper.keyaccount.facts.RewardedDeal;
import dev.innkeeper.keyaccount.facts.RewardedPartner;
import dev.innkeeper.keyaccount.facts.SalesShare;
import dev.innkeeper.keyaccount.facts.SignedContract;
import dev.innkeeper.keyaccount.facts.StageGateOutcome;
import java.util.List;

/**
 * The questions of the key-account pipeline that rules answer, each by its folder under {@code
 * rules/keyaccount}.
 */
public final class KeyAccountDecisions {

    /**
     * From {@link NewLead} and each {@link OpenDealOfCustomer}: whether the lead joins an open
     * deal.
     */
    public static final Decision<LeadCollisionOutcome, LeadCollision> LEAD_COLLISION =
            new Decision<>(
                    "keyaccount/lead-collision",
                    LeadCollisionOutcome::new,
                    LeadCollision.class,
                    List.of(NewLead.class, OpenDealOfCustomer.class));

    /**
     * From {@link LeadProfile} and, where known, {@link LeadVolume}, {@link CreditStanding} and
     * {@link CreditScore}: what a lead scores and what becomes of it.
     */
    public static final Decision<LeadQualificationOutcome, Qualification> LEAD_QUALIFICATION =
            new Decision<>(
                    "keyaccount/lead-qualification",
                    LeadQualificationOutcome::new,
                    Qualification.class,
                    List.of(
                            LeadProfile.class,
                            LeadVolume.class,
                            CreditStanding.class,
                            CreditScore.class));

    /**
     * From {@link DealProspect} and, where a date is expected, {@link ExpectedClose}: how near a
     * deal is and how often it is followed up.
     */
    public static final Decision<DealGradeOutcome, DealGrading> DEAL_GRADE =
            new Decision<>(
                    "keyaccount/deal-grade",
                    DealGradeOutcome::new,
                    DealGrading.class,
                    List.of(DealProspect.class, ExpectedClose.class));

    /**
     * From {@link GateCheck} and, where the customer has a limit, {@link CreditLine}: whether a
     * deal may enter a stage, and what it misses.
     */
    public static final Decision<StageGateOutcome, GateResult> STAGE_GATE =
            new Decision<>(
                    "keyaccount/stage-gate",
                    StageGateOutcome::new,
                    GateResult.class,
                    List.of(GateCheck.class, CreditLine.class));

    /**
     * From {@link DealStanding} and {@link MissedFollowUps}: who is told that a deal stands still,
     * and when to ask again.
     */
    public static final Decision<DealEscalationOutcome, DealEscalation> DEAL_ESCALATION =
            new Decision<>(
                    "keyaccount/deal-escalation",
                    DealEscalationOutcome::new,
                    DealEscalation.class,
                    List.of(DealStanding.class, MissedFollowUps.class));

    /**
     * From {@link ExpenseClaim} and, where planned, {@link PlanLine}: whether an expense is paid
     * and who approves it.
     */
    public static final Decision<ExpenseAuditOutcome, ExpenseAudit> EXPENSE_AUDIT =
            new Decision<>(
                    "keyaccount/expense-audit",
                    ExpenseAuditOutcome::new,
                    ExpenseAudit.class,
                    List.of(ExpenseClaim.class, PlanLine.class));

    /**
     * From {@link RewardedDeal}, {@link RewardedPartner} and, once it is claimed, {@link
     * RewardClaim}: what a partner gets for a deal, and what stands in the way.
     */
    public static final Decision<PartnerRewardOutcome, PartnerReward> PARTNER_REWARD =
            new Decision<>(
                    "keyaccount/partner-reward",
                    PartnerRewardOutcome::new,
                    PartnerReward.class,
                    List.of(RewardedDeal.class, RewardedPartner.class, RewardClaim.class));

    /** From {@link RewardToApprove}: who approves the reward of a partner. */
    public static final Decision<RewardApprovalOutcome, RewardApproval> REWARD_APPROVAL =
            new Decision<>(
                    "keyaccount/reward-approval",
                    RewardApprovalOutcome::new,
                    RewardApproval.class,
                    List.of(RewardToApprove.class));

    /**
     * From each {@link SignedContract} and, where known, {@link SalesShare}, {@link AccountTraits}
     * and {@link CreditScore}: whether a customer is a key account.
     */
    public static final Decision<KeyAccountStatusOutcome, KeyAccountStatus> KEY_ACCOUNT_STATUS =
            new Decision<>(
                    "keyaccount/key-account-status",
                    KeyAccountStatusOutcome::new,
                    KeyAccountStatus.class,
                    List.of(
                            SignedContract.class,
                            SalesShare.class,
                            AccountTraits.class,
                            CreditScore.class));

    private KeyAccountDecisions() {}

    /** All of them, for loading their rules at start. */
    public static DecisionCatalog catalog() {
        return DecisionCatalog.of(
                LEAD_COLLISION,
                LEAD_QUALIFICATION,
                DEAL_GRADE,
                STAGE_GATE,
                DEAL_ESCALATION,
                EXPENSE_AUDIT,
                PARTNER_REWARD,
                REWARD_APPROVAL,
                KEY_ACCOUNT_STATUS);
    }
}
