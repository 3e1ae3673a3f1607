package dev.innkeeper.casefile;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.notification.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one operation adds to the file of a case: entries of its time line, notices, and events for
 * other features. Nothing of it is there until {@link CaseFiles#log} writes it down.
 */
public class CaseFile {

    private final CaseNumber number;
    private final Instant now;
    private final Actor by;
    private final List<TimeLineEntry> entries = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Record> events = new ArrayList<>();

    /**
     * The file of a case while somebody does something.
     *
     * @param now when
     * @param by who
     */
    public CaseFile(CaseNumber number, Instant now, Actor by) {
        this.number = number;
        this.now = now;
        this.by = by;
    }

    /** The case. */
    public final CaseNumber number() {
        return number;
    }

    /** When the operation happens. */
    public final Instant now() {
        return now;
    }

    /** Who does it. */
    public final Actor by() {
        return by;
    }

    /**
     * Something happened.
     *
     * @param event a code in the past tense
     * @param what the same in both languages, {@code "English | 中文"}
     * @param words why, or what was said; may be empty
     */
    public final void note(String event, String what, String words) {
        entry(by, event, what, List.of(), words, null);
    }

    /** Rules judged. */
    public final void judged(String event, String what, Decided<?> decided) {
        entry(Actor.SYSTEM, event, what, decided.reasons(), "", decided.id());
    }

    /** A person overrode what rules had judged. */
    public final void overridden(
            String event, String what, String words, @Nullable String decisionId) {
        entry(by, event, what, List.of(), words, decisionId);
    }

    /** Tells departments. */
    public final void tell(String kind, Map<String, String> args, Collection<Group> groups) {
        tell(kind, args, groups, Set.of());
    }

    /** Tells departments and people. */
    public final void tell(
            String kind,
            Map<String, String> args,
            Collection<Group> groups,
            Collection<String> users) {
        notices.add(new Notice(number, kind, args, new LinkedHashSet<>(groups), Set.copyOf(users)));
    }

    /** Writes to a customer, by e-mail where the customer has an address. */
    public final void write(String kind, Map<String, String> args, String customerId) {
        notices.add(new Notice(number, kind, args, Set.of(), Set.of(), Set.of(customerId)));
    }

    /** Tells other features, in the transaction of the operation. */
    public final void publish(Record event) {
        events.add(event);
    }

    final List<TimeLineEntry> entries() {
        return entries;
    }

    final List<Notice> notices() {
        return notices;
    }

    final List<Record> events() {
        return events;
    }

    private void entry(
            Actor actor,
            String event,
            String what,
            List<String> reasons,
            String words,
            @Nullable String decisionId) {
        entries.add(
                new TimeLineEntry(
                        number, now, actor.userId(), event, what, reasons, words, decisionId));
    }
}
