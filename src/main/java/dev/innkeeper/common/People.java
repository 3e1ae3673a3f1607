package dev.innkeeper.common;

import java.util.List;
import java.util.Set;

/** Who is in which group: what four eyes and notifications ask. */
public interface People {

    /** The ids of the users in the group, in order. */
    List<String> membersOf(Group group);

    /**
     * Who approves what these people asked for: the first group of the ladder that has somebody
     * else in it; the last one where none has.
     *
     * @param ladder the groups, the first asked first; at least one
     * @param notThem the users who may not approve it
     */
    default Group approver(List<Group> ladder, Set<String> notThem) {
        return ladder.stream()
                .filter(group -> !notThem.containsAll(membersOf(group)))
                .findFirst()
                .orElse(ladder.get(ladder.size() - 1));
    }
}
