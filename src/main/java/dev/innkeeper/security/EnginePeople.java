package dev.innkeeper.security;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.People;
import dev.innkeeper.notification.NotificationProperties;
import dev.innkeeper.notification.Receiver;
import dev.innkeeper.notification.Receivers;
import dev.innkeeper.workflow.EngineUser;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * The people as the engine's identity service knows them. Four eyes and mails are the service's own
 * questions: whoever is signed in need not see users.
 */
@Component
class EnginePeople implements People, Receivers {

    /** The user info that holds the language of mails: {@code en} or {@code zh}. */
    static final String LANGUAGE = "language";

    private final IdentityService identity;
    private final EngineUser engineUser;
    private final NotificationProperties notification;

    EnginePeople(
            IdentityService identity, EngineUser engineUser, NotificationProperties notification) {
        this.identity = identity;
        this.engineUser = engineUser;
        this.notification = notification;
    }

    @Override
    public List<String> membersOf(Group group) {
        return engineUser.asTheService(
                () ->
                        identity
                                .createUserQuery()
                                .memberOfGroup(group.id())
                                .orderByUserId()
                                .asc()
                                .unlimitedList()
                                .stream()
                                .map(User::getId)
                                .toList());
    }

    @Override
    public Optional<Receiver> find(String userId) {
        return engineUser.asTheService(
                () ->
                        Optional.ofNullable(
                                        identity.createUserQuery().userId(userId).singleResult())
                                .map(this::receiver));
    }

    /** The groups of a user, also those that are not ours. */
    List<String> groupIdsOf(String userId) {
        return engineUser.asTheService(
                () ->
                        identity.createGroupQuery().groupMember(userId).unlimitedList().stream()
                                .map(org.camunda.bpm.engine.identity.Group::getId)
                                .toList());
    }

    static Actor actor(String userId, Collection<String> groupIds) {
        Set<Group> groups =
                groupIds.stream()
                        .map(Group::find)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        return new Actor(userId, groups);
    }

    private Receiver receiver(User user) {
        String language = identity.getUserInfo(user.getId(), LANGUAGE);
        String name = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        return new Receiver(
                user.getId(),
                name.isEmpty() ? user.getId() : name,
                text(user.getEmail()),
                language == null ? notification.language() : Locale.forLanguageTag(language));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
