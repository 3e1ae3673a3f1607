package dev.innkeeper.security;

import dev.innkeeper.common.Group;
import dev.innkeeper.demo.DemoMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees to groups, rights, filters and first users at every start. Nodes that start together do it
 * one after the other; what is there already is left alone.
 */
@Component
@Order(0)
class PeopleSetup implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleSetup.class);
    private static final String LOCK = "innkeeper.people";
    private static final int PATIENCE_SECONDS = 120;
    private static final String WORKFLOW = "WORKFLOW";

    private final DataSource database;
    private final IdentityService identity;
    private final EngineRights rights;
    private final TasklistFilters filters;
    private final SecurityProperties properties;
    private final DemoMode demo;

    PeopleSetup(
            DataSource database,
            IdentityService identity,
            EngineRights rights,
            TasklistFilters filters,
            SecurityProperties properties,
            DemoMode demo) {
        this.database = database;
        this.identity = identity;
        this.rights = rights;
        this.filters = filters;
        this.properties = properties;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        try (Connection connection = database.getConnection()) {
            call(connection, "SELECT GET_LOCK(?, " + PATIENCE_SECONDS + ")");
            try {
                setUp();
            } finally {
                call(connection, "SELECT RELEASE_LOCK(?)");
            }
        }
    }

    private void setUp() {
        for (Group group : Group.values()) {
            createGroup(group.id(), group.english() + " · " + group.chinese(), WORKFLOW);
        }
        createGroup(Roles.ADMINISTRATORS, "Administrators · 系统管理员", "SYSTEM");
        rights.write();
        filters.write();
        if (demo.on()) {
            DemoUsers.all().forEach(this::createUser);
        }
        createFirstAdministrator();
    }

    private void createFirstAdministrator() {
        String id = properties.admin().id();
        if (!properties.admin().password().isEmpty()) {
            createUser(id, id, "", "", properties.admin().password(), Roles.ADMINISTRATORS, "");
        } else if (identity.createUserQuery().memberOfGroup(Roles.ADMINISTRATORS).count() == 0) {
            LOG.warn(
                    "There is no administrator yet. Start once with"
                        + " INNKEEPER_SECURITY_ADMIN_PASSWORD (and, for another id than admin,"
                        + " INNKEEPER_SECURITY_ADMIN_ID) set, sign in, and change the password.");
        }
    }

    private void createGroup(String id, String name, String type) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        var group = identity.newGroup(id);
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
    }

    private void createUser(DemoUsers.DemoUser user) {
        createUser(
                user.id(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.password(),
                user.group(),
                user.language());
    }

    private void createUser(
            String id,
            String firstName,
            String lastName,
            String email,
            String password,
            String group,
            String language) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(email);
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(id, group);
        if (!language.isEmpty()) {
            identity.setUserInfo(id, EnginePeople.LANGUAGE, language.toLowerCase(Locale.ROOT));
        }
    }

    private static void call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                if (!answer.next() || answer.getInt(1) != 1) {
                    throw new IllegalStateException(
                            "Another node has been setting up users and rights for "
                                    + PATIENCE_SECONDS
                                    + " seconds; start again when it is done.");
                }
            }
        }
    }
}
