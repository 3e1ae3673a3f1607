package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.keyaccount.facts.PartnerReward;
import dev.innkeeper.keyaccount.facts.RewardApproval;
import dev.innkeeper.keyaccount.facts.RewardClaim;
import dev.innkeeper.keyaccount.facts.RewardToApprove;
import dev.innkeeper.keyaccount.facts.RewardedDeal;
import dev.innkeeper.keyaccount.facts.RewardedPartner;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the questions about rewards to the rules, with what is true now. */
@Component
class RewardJudgements {

    private final Decisions decisions;
    private final RewardRecords records;
    private final AuditFindings findings;
    private final ZoneId zone;

    RewardJudgements(
            Decisions decisions,
            RewardRecords records,
            AuditFindings findings,
            CasefileProperties properties) {
        this.decisions = decisions;
        this.records = records;
        this.findings = findings;
        this.zone = properties.zone();
    }

    /** How much the partner gets, and what stands in the way. */
    Decided<PartnerReward> reward(Reward reward, PartnerView partner, DealView deal) {
        List<Record> known = new ArrayList<>();
        known.add(
                new RewardedDeal(
                        deal.stage() == Stage.WON && deal.cancelledAt() == null,
                        deal.value().amount(),
                        records.isReviewAccepted(deal.number()),
                        deal.firstPaymentAt() != null,
                        findings.isOpenOn(deal.number().value())));
        known.add(
                new RewardedPartner(
                        partner.kind(),
                        reward.registeredAt().isBefore(reward.leadAt()),
                        reward.position(),
                        reward.partners(),
                        partner.ourEmployee(),
                        partner.customersEmployee(),
                        findings.isOpenOn(partner.id())));
        Instant earned = reward.earnedAt();
        Instant claimed = reward.claimedAt();
        if (earned != null && claimed != null) {
            known.add(new RewardClaim((int) ChronoUnit.DAYS.between(day(earned), day(claimed))));
        }
        return decisions.decide(
                KeyAccountDecisions.PARTNER_REWARD, new Facts(known), reward.number().value());
    }

    /** Who approves it. */
    Decided<RewardApproval> approval(CaseNumber reward, Money amount) {
        return decisions.decide(
                KeyAccountDecisions.REWARD_APPROVAL,
                Facts.of(new RewardToApprove(amount.amount())),
                reward.value());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
