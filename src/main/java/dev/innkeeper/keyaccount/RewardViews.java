package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.TimeLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers all that is known of a reward. */
@Component
class RewardViews {

    private static final int MOST_OTHERS = 10;

    private final RewardRecords records;
    private final PartnerRecords partnerRecords;
    private final AuditFindings findings;
    private final DealDesk deals;
    private final TimeLine timeLine;
    private final CaseLinks links;

    RewardViews(
            RewardRecords records,
            PartnerRecords partnerRecords,
            AuditFindings findings,
            DealDesk deals,
            TimeLine timeLine,
            CaseLinks links) {
        this.records = records;
        this.partnerRecords = partnerRecords;
        this.findings = findings;
        this.deals = deals;
        this.timeLine = timeLine;
        this.links = links;
    }

    RewardTaskView of(Reward reward, RewardProgress progress, PartnerView partner) {
        var others =
                records
                        .find(new RewardFilter(Set.of(), null, reward.deal(), null), 0, MOST_OTHERS)
                        .items()
                        .stream()
                        .filter(row -> !row.number().equals(reward.number()))
                        .toList();
        return new RewardTaskView(
                view(reward, partner),
                progress,
                deals.read(reward.deal()),
                others,
                findings.of(List.of(partner.id(), reward.deal().value())),
                timeLine.of(reward.number()),
                links.of(reward.number()),
                allowed(reward, progress));
    }

    private RewardView view(Reward reward, PartnerView partner) {
        return new RewardView(
                reward.number(),
                reward.state(),
                reward.stateSince(),
                reward.deal(),
                partner,
                partnerRecords.registration(reward.registrationId()).orElseThrow(),
                reward.leadAt(),
                reward.position(),
                reward.partners(),
                reward.amount(),
                reward.missing(),
                reward.approverGroup(),
                reward.decidedBy(),
                reward.approvedAt(),
                reward.earnedAt(),
                reward.claimUntil(),
                reward.claimedAt(),
                reward.claimedBy(),
                reward.payableAt(),
                reward.paidAt(),
                reward.clawBackUntil(),
                reward.lapse(),
                reward.words(),
                records.payment(reward.number()).orElse(null),
                records.collected(reward.number()).orElse(null));
    }

    private Set<RewardAction> allowed(Reward reward, RewardProgress progress) {
        Set<RewardAction> allowed = EnumSet.noneOf(RewardAction.class);
        if (progress.isApprovalNeeded()) {
            allowed.add(RewardAction.APPROVE);
        }
        if (progress.standing() == RewardStanding.CLAIM) {
            allowed.add(RewardAction.CLAIM);
        }
        if (progress.standing() == RewardStanding.PAYMENT) {
            allowed.add(RewardAction.PAY);
        }
        if (progress.isClawBackDue() && records.collected(reward.number()).isEmpty()) {
            allowed.add(RewardAction.COLLECT);
        }
        return allowed;
    }
}
