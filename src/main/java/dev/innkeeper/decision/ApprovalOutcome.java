package dev.innkeeper.decision;

import dev.innkeeper.common.Group;
import java.util.List;
import java.util.TreeMap;

/**
 * Collects who approves: steps name the approver, the highest step wins.
 *
 * @param <R> the folded result
 */
public abstract class ApprovalOutcome<R extends Record> extends Outcome<R> {

    private final Merged<Integer> step = highest();
    private final TreeMap<Integer, Only<Group>> ladder = new TreeMap<>();

    /** Nobody approves so far. */
    protected ApprovalOutcome() {}

    /** Approval is needed at this step of the ladder at least; 0 needs none. */
    @RuleCall(en = "Approval step", zh = "审批级别")
    public void approvalStep(int least, String reason) {
        step.add(least, reason);
    }

    /** Who approves at a step of the ladder. */
    @RuleCall(en = "Approver at a step", zh = "各级审批人")
    public void approver(int at, Group group, String reason) {
        ladder.computeIfAbsent(at, one -> only("approver at step " + one)).set(group, reason);
    }

    /**
     * The approver at the step that is needed, then those of the steps above; of a step above all
     * others the last one. Empty where no approval is needed.
     *
     * @throws DecisionFailed where approval is needed and nobody may give it
     */
    protected final List<Group> approvers() {
        int wanted = step.orElse(0);
        if (wanted > 0 && ladder.isEmpty()) {
            throw new DecisionFailed("No rule names an approver. Add a rule for each step.");
        }
        int reached = wanted <= 0 ? 0 : Math.min(wanted, ladder.lastKey());
        ladder.forEach(
                (at, group) -> {
                    if (at != reached) {
                        group.giveWay();
                    }
                });
        return reached == 0
                ? List.of()
                : ladder.tailMap(reached).values().stream().map(Only::required).toList();
    }

    /** Nobody has to approve, whatever the steps say. */
    protected final void nobodyApproves() {
        step.giveWay();
        ladder.values().forEach(Only::giveWay);
    }
}
