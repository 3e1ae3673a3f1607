package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.Union;
import java.util.LinkedHashSet;

/**
 * Collects how grave a complaint is and who handles it: the gravest severity wins, one owner only.
 */
public final class GradingOutcome extends Outcome<Grade> {

    private final Merged<Severity> severity = gravest();
    private final Only<Group> owner = only("owner department");
    private final Union<Group> candidates = union();

    /** The complaint is at least as grave as this. */
    @RuleCall(en = "At least this severity", zh = "至少为此严重程度")
    public void atLeast(Severity least, String reason) {
        severity.add(least, reason);
    }

    /** The department that handles the complaint. */
    @RuleCall(en = "Owner department", zh = "责任部门")
    public void owner(Group group, String reason) {
        owner.set(group, reason);
    }

    /** Another group whose members may take the case's tasks. */
    @RuleCall(en = "Candidate group too", zh = "另加候选组")
    public void candidate(Group group, String reason) {
        candidates.add(group, reason);
    }

    @Override
    protected Grade fold() {
        var groups = new LinkedHashSet<Group>();
        groups.add(owner.required());
        groups.addAll(candidates.values());
        return new Grade(severity.required("severity"), owner.required(), groups);
    }

    @Override
    protected String headline(Grade grade) {
        return grade.severity().name();
    }

    @Override
    protected String inWords(Grade grade) {
        return grade.severity().english() + " | " + grade.severity().chinese();
    }
}
