package dev.innkeeper.creditreview;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which groups may do what with credit, whatever door they come by. */
public final class CreditRights {

    /** Those who see credit at all. */
    public static final Set<Group> READ =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Group.FINANCE,
                            Group.SALES,
                            Group.KEY_ACCOUNT_SERVICE,
                            Group.CUSTOMER_INFORMATION,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.GENERAL_MANAGER,
                            Group.AUDITOR,
                            Group.INTEGRATION));

    /** Those who ask for a review. */
    public static final Set<Group> REQUEST =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Group.FINANCE,
                            Group.KEY_ACCOUNT_SERVICE,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.GENERAL_MANAGER,
                            Group.INTEGRATION));

    /** Those who withdraw a review, beside who asked for it. */
    public static final Set<Group> WITHDRAW =
            Collections.unmodifiableSet(EnumSet.of(Group.FINANCE, Group.GENERAL_MANAGER));

    /** Those who hold and release credit. */
    public static final Set<Group> HOLD =
            Collections.unmodifiableSet(EnumSet.of(Group.FINANCE, Group.GENERAL_MANAGER));

    private CreditRights() {}

    /**
     * Lets pass the service itself and who is in one of the groups; auditors change nothing,
     * whatever else they are.
     *
     * @throws Refusal FORBIDDEN for anybody else
     */
    static void require(Actor by, Set<Group> groups) {
        by.refuseAuditor();
        if (!by.isSystem() && groups.stream().noneMatch(by::isIn)) {
            throw Refusal.forbidden(
                    "Your groups do not allow this. | 您所在的组无权执行此操作。",
                    "Ask somebody of: "
                            + groups.stream()
                                    .sorted()
                                    .map(Group::english)
                                    .collect(Collectors.joining(", "))
                            + ". | 请联系以下部门："
                            + groups.stream()
                                    .sorted()
                                    .map(Group::chinese)
                                    .collect(Collectors.joining("、"))
                            + "。");
        }
    }
}
