package dev.innkeeper.security;

import dev.innkeeper.common.Group;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Groups by what they do. */
final class Roles {

    /** The engine's own group of administrators: users, rights, jobs; no cases. */
    static final String ADMINISTRATORS = "camunda-admin";

    /** Those who level up: they see the tasks of all departments. */
    static final Set<Group> MANAGEMENT =
            EnumSet.of(Group.SUPERVISOR, Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    /** Those who work on cases: all departments and the management. */
    static final Set<Group> STAFF =
            EnumSet.of(
                    Group.LOBBY_SERVICE,
                    Group.ROOMS_SERVICE,
                    Group.BANQUET_SERVICE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CALL_CENTRE,
                    Group.CUSTOMER_INFORMATION,
                    Group.SALES,
                    Group.FINANCE,
                    Group.QUALITY,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    /** Those who hunt deals, look after key accounts, and decide or pay for them. */
    static final Set<Group> WORK_ON_DEALS =
            EnumSet.of(
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_INFORMATION,
                    Group.CALL_CENTRE,
                    Group.FINANCE,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    private Roles() {}

    static String[] ids(Collection<Group> groups, Group... more) {
        return Stream.concat(groups.stream(), Arrays.stream(more))
                .map(Group::id)
                .toArray(String[]::new);
    }

    static String[] ids(Group... groups) {
        return Arrays.stream(groups).map(Group::id).toArray(String[]::new);
    }
}
