package dev.innkeeper.change.web;

import dev.innkeeper.change.Draft;
import dev.innkeeper.change.Person;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody may do with a draft. */
enum DraftAction {
    /** Save files and the title, run a simulation or a shadow. */
    WRITE,
    /** Run the checks. */
    CHECK,
    /** Say something. */
    COMMENT,
    /** Ask for approval. */
    REQUEST,
    /** Take the request or the approval back. */
    RECALL,
    /** Approve it. */
    APPROVE,
    /** Return it with a reason. */
    RETURN,
    /** Give it up. */
    WITHDRAW;

    static Set<DraftAction> of(Draft draft, List<Person> people, Actor by) {
        var allowed = EnumSet.noneOf(DraftAction.class);
        if (by.isIn(Group.AUDITOR)) {
            return allowed;
        }
        boolean editor = by.isIn(Group.RULE_EDITOR);
        boolean approver = by.isIn(Group.RULE_APPROVER);
        boolean over =
                draft.state() == Draft.State.PUBLISHED || draft.state() == Draft.State.WITHDRAWN;
        boolean requested = draft.state() == Draft.State.REQUESTED;
        if (editor || approver) {
            allowed.add(COMMENT);
            if (!over) {
                allowed.add(CHECK);
            }
            if (requested || draft.state() == Draft.State.APPROVED) {
                allowed.add(RECALL);
            }
        }
        if (editor
                && draft.state() == Draft.State.OPEN
                && !took(people, by, Person.Part.APPROVER)) {
            allowed.add(WRITE);
            allowed.add(REQUEST);
        }
        if (editor && !over) {
            allowed.add(WITHDRAW);
        }
        if (approver && requested) {
            allowed.add(RETURN);
            if (!took(people, by, Person.Part.EDITOR)) {
                allowed.add(APPROVE);
            }
        }
        return allowed;
    }

    private static boolean took(List<Person> people, Actor by, Person.Part part) {
        return people.stream()
                .anyMatch(person -> person.id().equals(by.userId()) && person.part() == part);
    }
}
