package dev.innkeeper.notification;

import dev.innkeeper.common.Group;

/** To whom a notice or an outgoing message goes. */
record Address(Kind kind, String name) {

    enum Kind {
        GROUP,
        USER,
        HOOK
    }

    static Address of(Group group) {
        return new Address(Kind.GROUP, group.id());
    }

    static Address ofUser(String userId) {
        return new Address(Kind.USER, userId);
    }

    static Address ofHook(String name) {
        return new Address(Kind.HOOK, name);
    }
}
