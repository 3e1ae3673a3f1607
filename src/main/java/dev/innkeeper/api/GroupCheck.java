package dev.innkeeper.api;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which groups may do something. Auditors change nothing, whatever else they are. */
public final class GroupCheck {

    private GroupCheck() {}

    /** These groups and more. */
    public static Set<Group> with(Set<Group> some, Group... more) {
        EnumSet<Group> groups = EnumSet.copyOf(some);
        Collections.addAll(groups, more);
        return groups;
    }

    /** Whether the actor is in one of the groups. */
    public static boolean isIn(Actor by, Set<Group> groups) {
        return by.groups().stream().anyMatch(groups::contains);
    }

    /** Whether the actor may change what these groups change. */
    public static boolean may(Actor by, Set<Group> groups) {
        return !by.isIn(Group.AUDITOR) && isIn(by, groups);
    }

    /**
     * Lets pass who may change what these groups change.
     *
     * @throws Refusal FORBIDDEN for anybody else, naming the groups
     */
    public static void check(Actor by, Set<Group> groups) {
        if (!may(by, groups)) {
            throw refusal(groups);
        }
    }

    /** What somebody is told who is in none of the groups. */
    public static Refusal refusal(Set<Group> groups) {
        return Refusal.forbidden(
                "Your groups do not allow this. | 您所在的组无权执行此操作。",
                "Ask somebody of: "
                        + groups.stream().map(Group::english).collect(Collectors.joining(", "))
                        + ". | 请联系以下部门："
                        + groups.stream().map(Group::chinese).collect(Collectors.joining("、"))
                        + "。");
    }
}
