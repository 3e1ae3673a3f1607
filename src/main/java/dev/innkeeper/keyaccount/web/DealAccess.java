package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.keyaccount.DealAction;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which groups may do what with leads and deals over REST: those who sell, look after key accounts,
 * keep the customer's file, pay and answer for it. Contacts are for those who speak with customers.
 */
@Component
class DealAccess {

    private static final Set<Group> READ =
            EnumSet.of(
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_INFORMATION,
                    Group.FINANCE,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR,
                    Group.INTEGRATION);

    private static final Set<Group> SEE_CONTACTS =
            EnumSet.of(
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_INFORMATION,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR);

    /** Anybody who meets a customer may hear of a lead. */
    private static final Set<Group> BRING =
            GroupCheck.with(Group.SPEAK_WITH_GUESTS, Group.SALES, Group.INTEGRATION);

    private static final Set<Group> PURSUE =
            EnumSet.of(
                    Group.SALES,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    private static final Set<Group> PAYMENTS =
            EnumSet.of(Group.FINANCE, Group.GENERAL_MANAGER, Group.INTEGRATION);

    private static final Set<Group> CANCEL =
            EnumSet.of(
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    private static final Set<Group> COMMENT =
            EnumSet.of(
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_INFORMATION,
                    Group.FINANCE,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, READ)) {
            throw GroupCheck.refusal(READ);
        }
    }

    /** Lessons and topics to train name nobody: they are for everybody of the house. */
    void mayLearn(Actor by) {
        if (by.groups().isEmpty()) {
            throw GroupCheck.refusal(EnumSet.allOf(Group.class));
        }
    }

    void mayBring(Actor by) {
        GroupCheck.check(by, BRING);
    }

    boolean seesContact(Actor by) {
        return GroupCheck.isIn(by, SEE_CONTACTS);
    }

    void mayDo(DealAction action, Actor by) {
        GroupCheck.check(by, groupsFor(action));
    }

    boolean can(DealAction action, Actor by) {
        return GroupCheck.may(by, groupsFor(action));
    }

    private static Set<Group> groupsFor(DealAction action) {
        return switch (action) {
            case VERIFY -> EnumSet.of(Group.CUSTOMER_INFORMATION);
            case APPROVE_PLAN -> EnumSet.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);
            case HAND_OVER -> EnumSet.of(Group.KEY_ACCOUNT_SERVICE);
            case PAY -> PAYMENTS;
            case CANCEL -> CANCEL;
            case COMMENT -> COMMENT;
            case PLAN, PROPOSE, NEGOTIATE, CLOSE, FOLLOW_UP, DECIDE_OUTCOME, ASSIGN -> PURSUE;
        };
    }
}
