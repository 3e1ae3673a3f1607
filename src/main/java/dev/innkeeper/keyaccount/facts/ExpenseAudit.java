package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.util.List;

/**
 * The answer of {@code keyaccount/expense-audit}.
 *
 * @param verdict what becomes of the claim
 * @param approvers the group that must approve, then the groups that follow where nobody else of it
 *     is there; empty unless approval is needed
 */
public record ExpenseAudit(
        @Fact(en = "Verdict", zh = "结论") ExpenseVerdict verdict,
        @Fact(en = "Approvers", zh = "审批组") @Tally(firstOnly = true) List<Group> approvers) {

    /** Keeps a copy of the list. */
    public ExpenseAudit {
        approvers = List.copyOf(approvers);
    }
}
