package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.ApprovalOutcome;

/** Collects who approves the terms of a customer: nobody unless a rule asks for it. */
public final class CreditApprovalOutcome extends ApprovalOutcome<CreditApproval> {

    @Override
    protected CreditApproval fold() {
        return new CreditApproval(approvers());
    }

    @Override
    protected String headline(CreditApproval approval) {
        return approval.approvers().isEmpty() ? "no approval" : approval.approvers().get(0).id();
    }

    @Override
    protected String inWords(CreditApproval approval) {
        return approval.approvers().stream()
                .findFirst()
                .map(group -> "approval by %s | 由%s审批".formatted(group.english(), group.chinese()))
                .orElse("no approval | 无需审批");
    }
}
