package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.util.List;
import java.util.Set;

/**
 * The answer of {@code complaint/escalation}.
 *
 * @param level the level from now on, 0 to 3
 * @param raised it is higher than before
 * @param owner the group that answers for the case from now on
 * @param told groups that are told
 * @param handlerNotified the handler (the owner department's person) is told too
 * @param nextChecks at most one for each clock; empty where no clock asks for any
 */
public record Escalation(
        @Fact(en = "Level", zh = "级别") int level,
        @Fact(en = "Raised", zh = "已升级") boolean raised,
        @Fact(en = "New owner", zh = "新责任组") @Tally Group owner,
        @Fact(en = "Notified groups", zh = "通知组") Set<Group> told,
        @Fact(en = "Handler notified", zh = "通知经办人") boolean handlerNotified,
        @Fact(en = "Next checks", zh = "下次检查") List<NextCheck> nextChecks) {

    /** Keeps copies of the collections. */
    public Escalation {
        told = Set.copyOf(told);
        nextChecks = List.copyOf(nextChecks);
    }
}
