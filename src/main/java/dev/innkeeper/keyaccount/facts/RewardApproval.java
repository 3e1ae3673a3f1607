package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.util.List;

/**
 * The answer of {@code keyaccount/reward-approval}.
 *
 * @param approvers the group that must approve, then the groups that follow where nobody else of it
 *     is there; never empty
 */
public record RewardApproval(
        @Fact(en = "Approvers", zh = "审批组") @Tally(firstOnly = true) List<Group> approvers) {

    /** Keeps a copy of the list. */
    public RewardApproval {
        approvers = List.copyOf(approvers);
    }
}
