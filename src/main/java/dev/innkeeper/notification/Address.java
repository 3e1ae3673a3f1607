package dev.innkeeper.notification;

import dev.innkeeper.common.Group;

/** To whom a notice or an outgoing message goes. */
record Address(Kind kind, String name) {

    enum Kind {
        GROUP,
        USER,
        HOOK,
        /** By id: where to write to is read when the mail leaves. */
        CUSTOMER
    }

    static Address of(Group group) {
        return new Address(Kind.GROUP, group.id());
    }

    static Address ofUser(String userId) {
        return new Address(Kind.USER, userId);
    }

    static Address ofCustomer(String customerId) {
        return new Address(Kind.CUSTOMER, customerId);
    }

    static Address ofHook(String name) {
        return new Address(Kind.HOOK, name);
    }
}
