package dev.innkeeper.security;

import dev.innkeeper.common.Group;
import java.util.ArrayList;
import java.util.List;

/** The people who try the service out; their password is their id with {@code -demo} behind it. */
public final class DemoUsers {

    private static final String LANGUAGE_OF_FIRST = "en";
    private static final String LANGUAGE_OF_SECOND = "zh";

    private DemoUsers() {}

    /** One of them. */
    record DemoUser(String id, String firstName, String lastName, String group, String language) {

        String password() {
            return id + "-demo";
        }

        String email() {
            return id + "@innkeeper.example";
        }
    }

    /** The ids with which they sign in. */
    public static List<String> ids() {
        return all().stream().map(DemoUser::id).toList();
    }

    static List<DemoUser> all() {
        List<DemoUser> users = new ArrayList<>();
        add(users, Group.LOBBY_SERVICE, "lobby", "Li", "Na");
        add(users, Group.ROOMS_SERVICE, "rooms", "Wang", "Fang");
        add(users, Group.BANQUET_SERVICE, "banquet", "Zhang", "Wei");
        add(users, Group.KEY_ACCOUNT_SERVICE, "keyaccount", "Liu", "Yang");
        add(users, Group.CALL_CENTRE, "callcentre", "Chen", "Jing");
        add(users, Group.CUSTOMER_INFORMATION, "info", "Yang", "Min");
        add(users, Group.SALES, "sales", "Zhao", "Lei");
        add(users, Group.FINANCE, "finance", "Huang", "Ting", "Zhou", "Qiang");
        add(users, Group.QUALITY, "quality", "Wu", "Xia");
        add(users, Group.SUPERVISOR, "supervisor", "Xu", "Hui", "Sun", "Bin");
        add(users, Group.CUSTOMER_SERVICE_MANAGER, "manager", "Ma", "Jun", "Zhu", "Lan");
        add(users, Group.GENERAL_MANAGER, "gm", "Hu", "Ping", "Guo", "Ying");
        add(users, Group.RULE_EDITOR, "editor", "He", "Rui");
        add(users, Group.RULE_APPROVER, "approver", "Gao", "Yan", "Lin", "Tao");
        add(users, Group.AUDITOR, "auditor", "Luo", "Xin");
        users.add(machine("pms", Group.INTEGRATION.id(), "Property management", "system"));
        users.add(machine("admin", Roles.ADMINISTRATORS, "Innkeeper", "administrator"));
        return users;
    }

    private static void add(List<DemoUser> users, Group group, String id, String... names) {
        for (int i = 0; i < names.length; i += 2) {
            users.add(
                    new DemoUser(
                            id + (i / 2 + 1),
                            names[i],
                            names[i + 1],
                            group.id(),
                            i == 0 ? LANGUAGE_OF_FIRST : LANGUAGE_OF_SECOND));
        }
    }

    private static DemoUser machine(String id, String group, String first, String last) {
        return new DemoUser(id, first, last, group, LANGUAGE_OF_FIRST);
    }
}
