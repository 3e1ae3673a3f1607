package dev.innkeeper.complaint.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.ComplaintAction;
import java.util.EnumSet;
import java.util.Set;
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
            GroupCheck.with(TAKE_COMPLAINTS, Group.FINANCE, Group.QUALITY);

    private static final Set<Group> REGRADE =
            EnumSet.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private static final Set<Group> SEE_GUESTS =
            GroupCheck.with(Group.SPEAK_WITH_GUESTS, Group.AUDITOR);

    void mayRead(Actor by) {
        if (by.groups().isEmpty()) {
            throw GroupCheck.refusal(EnumSet.allOf(Group.class));
        }
    }

    void mayStart(Actor by) {
        GroupCheck.check(by, TAKE_COMPLAINTS);
    }

    void mayDo(ComplaintAction action, Actor by) {
        GroupCheck.check(by, groupsFor(action));
    }

    boolean can(ComplaintAction action, Actor by) {
        return GroupCheck.may(by, groupsFor(action));
    }

    /** Whether the actor sees names and contacts: those who need them, or own the case. */
    boolean seesContact(Actor by, Set<Group> candidates) {
        return GroupCheck.isIn(by, SEE_GUESTS) || GroupCheck.isIn(by, candidates);
    }

    void maySeeDocuments(Actor by, Set<Group> candidates) {
        if (!seesContact(by, candidates)) {
            throw GroupCheck.refusal(SEE_GUESTS);
        }
    }

    private static Set<Group> groupsFor(ComplaintAction action) {
        return switch (action) {
            case REGRADE -> REGRADE;
            case MESSAGE, WITHDRAW -> TAKE_COMPLAINTS;
            default -> WORK_ON_COMPLAINTS;
        };
    }
}
