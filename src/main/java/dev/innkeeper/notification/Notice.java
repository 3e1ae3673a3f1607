package dev.innkeeper.notification;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Something that departments or people are told about a case.
 *
 * @param caseNumber the case it is about
 * @param kind what happened, the key of a text such as {@code complaint.assigned}; the texts are in
 *     {@code notification/messages_en.properties} and {@code messages_zh.properties}
 * @param args what the text names in braces, such as {@code severity}; a value of the form {@code
 *     English | 中文} is shown in the language of the receiver
 * @param groups the departments told, resolved to their members when the mail is sent
 * @param users the ids of the people told
 * @param customers the ids of the customers written to, by e-mail only
 */
public record Notice(
        CaseNumber caseNumber,
        String kind,
        Map<String, String> args,
        Set<Group> groups,
        Set<String> users,
        Set<String> customers) {

    /** A notice inside the house. */
    public Notice(
            CaseNumber caseNumber,
            String kind,
            Map<String, String> args,
            Set<Group> groups,
            Set<String> users) {
        this(caseNumber, kind, args, groups, users, Set.of());
    }

    /** Checks that all parts are there, and copies them. */
    public Notice {
        Objects.requireNonNull(caseNumber);
        if (kind == null || !kind.matches("[a-zA-Z0-9.-]{1,64}")) {
            throw new IllegalArgumentException("Not the kind of a notice: " + kind);
        }
        args = Map.copyOf(args);
        groups = Set.copyOf(groups);
        users = Set.copyOf(users);
        customers = Set.copyOf(customers);
    }
}
