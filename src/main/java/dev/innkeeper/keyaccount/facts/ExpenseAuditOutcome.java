package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.ApprovalOutcome;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.RuleCall;
import java.util.List;

/** Collects what becomes of an expense claim: the strictest verdict wins. */
public final class ExpenseAuditOutcome extends ApprovalOutcome<ExpenseAudit> {

    private final Merged<ExpenseVerdict> verdict = gravest();

    /** The claim is accepted unless a rule asks for approval or refuses it. */
    @RuleCall(en = "Accept", zh = "接受")
    public void accept(String reason) {
        verdict.add(ExpenseVerdict.ACCEPTED, reason);
    }

    /** The claim is refused, whoever would approve it. */
    @RuleCall(en = "Refuse", zh = "拒绝")
    public void refuse(String reason) {
        verdict.add(ExpenseVerdict.REFUSED, reason);
    }

    @Override
    protected ExpenseAudit fold() {
        if (verdict.orElse(ExpenseVerdict.ACCEPTED) == ExpenseVerdict.REFUSED) {
            nobodyApproves();
            return new ExpenseAudit(ExpenseVerdict.REFUSED, List.of());
        }
        var approvers = approvers();
        if (approvers.isEmpty()) {
            return new ExpenseAudit(verdict.required("verdict on the claim"), approvers);
        }
        verdict.giveWay();
        return new ExpenseAudit(ExpenseVerdict.APPROVAL, approvers);
    }

    @Override
    protected String headline(ExpenseAudit audit) {
        return audit.verdict().name();
    }

    @Override
    protected String inWords(ExpenseAudit audit) {
        return audit.approvers().stream()
                .findFirst()
                .map(group -> "approval by %s | 由%s审批".formatted(group.english(), group.chinese()))
                .orElse(audit.verdict().english() + " | " + audit.verdict().chinese());
    }
}
