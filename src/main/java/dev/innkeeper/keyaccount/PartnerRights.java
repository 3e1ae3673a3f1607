package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which groups may do what with partners and their rewards, whatever door they come by. */
public final class PartnerRights {

    /** Those who enter partners, the prospects that these name, and claims. */
    public static final Set<Group> ENTER =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Group.SALES,
                            Group.KEY_ACCOUNT_SERVICE,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.INTEGRATION));

    /** Those who see how partners can be reached. */
    public static final Set<Group> SEE_CONTACTS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Group.SALES,
                            Group.KEY_ACCOUNT_SERVICE,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.GENERAL_MANAGER,
                            Group.AUDITOR));

    /** Those who see to which account a reward is paid. */
    public static final Set<Group> SEE_ACCOUNTS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Group.FINANCE,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.GENERAL_MANAGER,
                            Group.AUDITOR));

    /** Those who see partners and rewards at all. */
    public static final Set<Group> READ =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Group.SALES,
                            Group.KEY_ACCOUNT_SERVICE,
                            Group.SUPERVISOR,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.GENERAL_MANAGER,
                            Group.FINANCE,
                            Group.AUDITOR,
                            Group.INTEGRATION));

    private PartnerRights() {}

    /** Lets pass who may enter; auditors enter nothing, whatever else they are. */
    static void mayEnter(Actor by) {
        by.refuseAuditor();
        require(by, ENTER);
    }

    /** Lets pass auditors: nobody else records or closes what an audit found. */
    static void mayAudit(Actor by) {
        require(by, Set.of(Group.AUDITOR));
    }

    private static void require(Actor by, Set<Group> groups) {
        if (by.groups().stream().noneMatch(groups::contains)) {
            throw Refusal.forbidden(
                    "Your groups do not allow this. | 您所在的组无权执行此操作。",
                    "Ask somebody of: "
                            + groups.stream().map(Group::english).collect(Collectors.joining(", "))
                            + ". | 请联系以下部门："
                            + groups.stream().map(Group::chinese).collect(Collectors.joining("、"))
                            + "。");
        }
    }
}
