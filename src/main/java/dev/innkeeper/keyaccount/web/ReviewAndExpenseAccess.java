package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who reads reviews and expenses of deals over REST: those who sell, look after key accounts, pay
 * and answer for it. Lessons and topics to train name nobody and are for everybody of the house.
 * Who may claim an expense is said by the deal, which the desk asks.
 */
@Component
class ReviewAndExpenseAccess {

    private static final Set<Group> READERS =
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

    void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, READERS)) {
            throw GroupCheck.refusal(READERS);
        }
    }

    void mayLearn(Actor by) {
        if (by.groups().isEmpty()) {
            throw GroupCheck.refusal(EnumSet.allOf(Group.class));
        }
    }
}
