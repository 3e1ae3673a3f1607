package dev.innkeeper.common;

import java.util.Objects;
import java.util.Set;

/**
 * Who does something: a person or a machine user, with the groups it is in, or {@link #SYSTEM}.
 *
 * @param userId the id at sign-in
 * @param groups the groups the user is in now
 */
public record Actor(String userId, Set<Group> groups) {

    /** The service itself: timers, service tasks, imports. */
    public static final Actor SYSTEM = new Actor("innkeeper", Set.of());

    /** Checks that there is an id, and copies the groups. */
    public Actor {
        Objects.requireNonNull(userId);
        if (userId.isBlank()) {
            throw new IllegalArgumentException("An actor has an id");
        }
        groups = Set.copyOf(groups);
    }

    /** Whether the actor is in the group. */
    public boolean isIn(Group group) {
        return groups.contains(group);
    }

    /** Whether this is the service itself. */
    public boolean isSystem() {
        return equals(SYSTEM);
    }

    /**
     * Keeps auditors from changing anything, whatever else they are.
     *
     * @throws Refusal FORBIDDEN for an auditor
     */
    public void refuseAuditor() {
        if (isIn(Group.AUDITOR)) {
            throw Refusal.forbidden(
                    "An auditor changes nothing. | 审计人员不能更改任何内容。",
                    "Ask somebody who may. | 请联系有权限的人员。");
        }
    }
}
