package dev.innkeeper.change.migration;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import java.util.EnumSet;
import java.util.Set;

/** Who moves cases, and who may look. */
final class MigrationRights {

    private static final Set<Group> MOVE = EnumSet.of(Group.RULE_APPROVER);
    private static final Set<Group> SEE = GroupCheck.with(MOVE, Group.RULE_EDITOR, Group.AUDITOR);

    private MigrationRights() {}

    static void move(Actor by) {
        GroupCheck.check(by, MOVE);
    }

    static void see(Actor by) {
        if (!GroupCheck.isIn(by, SEE)) {
            throw GroupCheck.refusal(SEE);
        }
    }
}
