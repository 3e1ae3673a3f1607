package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.util.List;

/**
 * The answer of {@code creditreview/credit-approval}.
 *
 * @param approvers the group that must approve, then the groups that follow where nobody else of it
 *     is there; empty where nobody has to
 */
public record CreditApproval(
        @Fact(en = "Approvers", zh = "审批组") @Tally(firstOnly = true) List<Group> approvers) {

    /** Keeps a copy of the list. */
    public CreditApproval {
        approvers = List.copyOf(approvers);
    }
}
