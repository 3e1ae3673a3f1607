package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.ApprovalOutcome;
import dev.innkeeper.decision.DecisionFailed;

/** Collects who approves the reward of a partner: somebody always does. */
public final class RewardApprovalOutcome extends ApprovalOutcome<RewardApproval> {

    @Override
    protected RewardApproval fold() {
        var approvers = approvers();
        if (approvers.isEmpty()) {
            throw new DecisionFailed("No rule gave the approval step. Add a baseline rule.");
        }
        return new RewardApproval(approvers);
    }

    @Override
    protected String headline(RewardApproval approval) {
        return approval.approvers().get(0).id();
    }

    @Override
    protected String inWords(RewardApproval approval) {
        var first = approval.approvers().get(0);
        return "approval by %s | 由%s审批".formatted(first.english(), first.chinese());
    }
}
