package dev.innkeeper.complaint;

import dev.innkeeper.casefile.ClockBook;
import dev.innkeeper.casefile.TimeLineEntry;
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

/** A complaint with everything that one operation adds to its file. */
final class ComplaintFile {

    private final Complaint complaint;
    private final ClockBook clocks;
    private final Instant now;
    private final Actor by;
    private final List<TimeLineEntry> entries = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Record> events = new ArrayList<>();

    ComplaintFile(Complaint complaint, ClockBook clocks, Instant now, Actor by) {
        this.complaint = complaint;
        this.clocks = clocks;
        this.now = now;
        this.by = by;
    }

    Complaint complaint() {
        return complaint;
    }

    CaseNumber number() {
        return complaint.number();
    }

    ClockBook clocks() {
        return clocks;
    }

    Instant now() {
        return now;
    }

    Actor by() {
        return by;
    }

    /** Something happened. */
    void note(String event, String what, String words) {
        entry(by, event, what, List.of(), words, null);
    }

    /** Rules judged. */
    void judged(String event, String what, Decided<?> decided) {
        entry(Actor.SYSTEM, event, what, decided.reasons(), "", decided.id());
    }

    /** A person overrode what rules had judged. */
    void overridden(String event, String what, String words, @Nullable String decisionId) {
        entry(by, event, what, List.of(), words, decisionId);
    }

    void tell(String kind, Map<String, String> args, Collection<Group> groups) {
        tell(kind, args, groups, Set.of());
    }

    void tell(
            String kind,
            Map<String, String> args,
            Collection<Group> groups,
            Collection<String> users) {
        notices.add(
                new Notice(number(), kind, args, new LinkedHashSet<>(groups), Set.copyOf(users)));
    }

    void publish(Record event) {
        events.add(event);
    }

    List<TimeLineEntry> entries() {
        return entries;
    }

    List<Notice> notices() {
        return notices;
    }

    List<Record> events() {
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
                        number(), now, actor.userId(), event, what, reasons, words, decisionId));
    }
}
