package dev.innkeeper.common;

import java.util.List;

/** Who is in which group: what four eyes and notifications ask. */
public interface People {

    /** The ids of the users in the group, in order. */
    List<String> membersOf(Group group);

    /** Whether somebody other than this user is in the group. */
    boolean anybodyElseIn(Group group, String userId);
}
