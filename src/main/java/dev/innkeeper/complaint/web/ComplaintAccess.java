package dev.innkeeper.complaint.web;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintAction;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which groups may do what with complaints over REST. Everybody of the house reads; auditors change
 * nothing, whatever else they are; contacts of guests are for those who speak with them.
 */
@Component
class ComplaintAccess {

    private static final Set<Group> TAKE_COMPLAINTS =
            EnumSet.of(
                    Group.LOBBY_SERVICE,
                    Group.ROOMS_SERVICE,
                    Group.BANQUET_SERVICE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CALL_CENTRE,
                    Group.CUSTOMER_INFORMATION,
                    Group.SALES,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    private static final Set<Group> WORK_ON_COMPLAINTS =
            with(TAKE_COMPLAINTS, Group.FINANCE, Group.QUALITY);

    private static final Set<Group> REGRADE =
            EnumSet.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private static final Set<Group> SEE_GUESTS = with(Group.SPEAK_WITH_GUESTS, Group.AUDITOR);

    private static Set<Group> with(Set<Group> some, Group... more) {
        EnumSet<Group> groups = EnumSet.copyOf(some);
        Collections.addAll(groups, more);
        return groups;
    }

    void mayRead(Actor by) {
        if (by.groups().isEmpty()) {
            throw refusal(EnumSet.allOf(Group.class));
        }
    }

    void mayStart(Actor by) {
        check(by, TAKE_COMPLAINTS);
    }

    void mayDo(ComplaintAction action, Actor by) {
        check(by, groupsFor(action));
    }

    boolean can(ComplaintAction action, Actor by) {
        return isIn(by, groupsFor(action));
    }

    /** Whether the actor sees names and contacts: those who need them, or own the case. */
    boolean seesContact(Actor by, Set<Group> candidates) {
        return by.groups().stream().anyMatch(SEE_GUESTS::contains)
                || by.groups().stream().anyMatch(candidates::contains);
    }

    void maySeeDocuments(Actor by, Set<Group> candidates) {
        if (!seesContact(by, candidates)) {
            throw refusal(SEE_GUESTS);
        }
    }

    private static Set<Group> groupsFor(ComplaintAction action) {
        return switch (action) {
            case REGRADE -> REGRADE;
            case MESSAGE, WITHDRAW -> TAKE_COMPLAINTS;
            default -> WORK_ON_COMPLAINTS;
        };
    }

    private static void check(Actor by, Set<Group> groups) {
        if (!isIn(by, groups)) {
            throw refusal(groups);
        }
    }

    private static boolean isIn(Actor by, Set<Group> groups) {
        return !by.isIn(Group.AUDITOR) && by.groups().stream().anyMatch(groups::contains);
    }

    private static Refusal refusal(Set<Group> groups) {
        return Refusal.forbidden(
                "Your groups do not allow this. | 您所在的组无权执行此操作。",
                "Ask somebody of: "
                        + groups.stream().map(Group::english).collect(Collectors.joining(", "))
                        + ". | 请联系以下部门："
                        + groups.stream().map(Group::chinese).collect(Collectors.joining("、"))
                        + "。");
    }
}
