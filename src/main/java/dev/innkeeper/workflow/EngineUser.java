package dev.innkeeper.workflow;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who uses the engine: the signed-in person, or the service itself. */
@Component
public class EngineUser {

    private final IdentityService identity;

    EngineUser(IdentityService identity) {
        this.identity = identity;
    }

    /** The signed-in person with their groups; the service itself in jobs. */
    public Actor now() {
        var signedIn = identity.getCurrentAuthentication();
        if (signedIn == null || signedIn.getUserId() == null) {
            return Actor.SYSTEM;
        }
        var groups =
                signedIn.getGroupIds() != null
                        ? signedIn.getGroupIds().stream()
                        : groupsOf(signedIn.getUserId());
        return new Actor(
                signedIn.getUserId(),
                groups.map(Group::find).flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    private Stream<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId);
    }

    /**
     * Uses the engine with the rights of the service: whether the person may do it has been decided
     * before, at the door or by the desk.
     */
    public <T> T asTheService(Supplier<T> use) {
        var signedIn = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return use.get();
        } finally {
            if (signedIn != null) {
                identity.setAuthentication(signedIn);
            }
        }
    }
}
