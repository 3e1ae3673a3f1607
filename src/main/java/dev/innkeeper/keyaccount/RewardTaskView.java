package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.TimeLineEntry;
import java.util.List;
import java.util.Set;

/**
 * Everything that a person needs to see who works on a reward.
 *
 * @param deal the deal as it is now
 * @param others the rewards of other partners for the same deal
 * @param findings what auditors found about the partner and the deal, the latest first
 * @param timeLine everything that happened, oldest first; entries with a decision id are the
 *     judgements
 * @param allowed what can be done next, whoever may do it
 */
public record RewardTaskView(
        RewardView reward,
        RewardProgress progress,
        DealView deal,
        List<RewardRow> others,
        List<AuditFindingView> findings,
        List<TimeLineEntry> timeLine,
        List<CaseLink> links,
        Set<RewardAction> allowed) {}
