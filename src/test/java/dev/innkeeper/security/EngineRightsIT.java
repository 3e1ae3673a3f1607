package dev.innkeeper.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;

import dev.innkeeper.common.Group;
import dev.innkeeper.support.InnkeeperTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to the rights of a group when a version starts on a database that has some. */
@InnkeeperTest
class EngineRightsIT {

    private static final String PROCESS = "complaint-handling";

    @Autowired private EngineRights rights;
    @Autowired private AuthorizationService authorizations;
    @Autowired private JdbcTemplate database;

    @AfterEach
    void asShippedAgain() {
        Authorization lobby = rightsOfTheLobby();
        if (lobby != null) {
            authorizations.deleteAuthorization(lobby.getId());
        }
        database.update(
                "DELETE FROM shipped_right WHERE group_id = ? AND resource_id = ?",
                Group.LOBBY_SERVICE.id(),
                PROCESS);
        rights.write();
    }

    @Test
    void aRightThatALaterVersionAddsIsWrittenBesideThoseThatAreThere() {
        anEarlierVersionKnewNothingOf(READ_INSTANCE.getName());
        takeAway(READ_INSTANCE);

        rights.write();

        assertThat(rightsOfTheLobby().isPermissionGranted(READ_INSTANCE)).isTrue();
        assertThat(rightsOfTheLobby().isPermissionGranted(CREATE_INSTANCE)).isTrue();
    }

    @Test
    void aRightThatAnAdministratorTookAwayStaysAway() {
        takeAway(CREATE_INSTANCE);

        rights.write();

        assertThat(rightsOfTheLobby().isPermissionGranted(CREATE_INSTANCE)).isFalse();
        assertThat(rightsOfTheLobby().isPermissionGranted(READ)).isTrue();
    }

    @Test
    void whatAnAdministratorTookAwayStaysAwayWhenALaterVersionAddsAnother() {
        anEarlierVersionKnewNothingOf(READ_INSTANCE.getName());
        takeAway(CREATE_INSTANCE, READ_INSTANCE);

        rights.write();

        assertThat(rightsOfTheLobby().isPermissionGranted(CREATE_INSTANCE)).isFalse();
        assertThat(rightsOfTheLobby().isPermissionGranted(READ_INSTANCE)).isTrue();
    }

    @Test
    void rightsThatAnAdministratorRemovedAltogetherAreNotWrittenAgain() {
        authorizations.deleteAuthorization(rightsOfTheLobby().getId());

        rights.write();

        assertThat(rightsOfTheLobby()).isNull();
    }

    private void anEarlierVersionKnewNothingOf(String permission) {
        database.update(
                "DELETE FROM shipped_right WHERE group_id = ? AND resource_id = ? AND permission ="
                        + " ?",
                Group.LOBBY_SERVICE.id(),
                PROCESS,
                permission);
    }

    private void takeAway(Permission... permissions) {
        Authorization lobby = rightsOfTheLobby();
        for (var permission : permissions) {
            assertThat(lobby.isPermissionGranted(permission)).isTrue();
            lobby.removePermission(permission);
        }
        authorizations.saveAuthorization(lobby);
    }

    private @Nullable Authorization rightsOfTheLobby() {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(Group.LOBBY_SERVICE.id())
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(PROCESS)
                .singleResult();
    }
}
