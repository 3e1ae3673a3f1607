package dev.innkeeper.customer;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one file of two of the same customer, and two of one again. What every feature keeps of the
 * other customer moves to the survivor and is remembered row by row: undoing brings back exactly
 * that, and leaves with the survivor what came since.
 */
@Service
@Transactional
public class MergeDesk {

    private static final int REASON = 4_000;
    private static final int LONGEST_PAGE = 200;

    private final MergeRecords merges;
    private final Duplicates duplicates;
    private final List<MovesWithCustomer> features;
    private final CustomerContacts contacts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MergeDesk(
            MergeRecords merges,
            Duplicates duplicates,
            List<MovesWithCustomer> features,
            CustomerContacts contacts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.merges = merges;
        this.duplicates = duplicates;
        this.features = features;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Pairs of customers that may be one, those that agree in most first.
     *
     * @param weak also those that agree in no more than the name of a company
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    @Transactional(readOnly = true)
    public Page<Duplicate> duplicates(boolean weak, int offset, int limit) {
        return duplicates.find(weak, Math.max(offset, 0), Math.min(limit, LONGEST_PAGE));
    }

    /**
     * A merge.
     *
     * @throws Refusal UNKNOWN where there is none of this number
     */
    @Transactional(readOnly = true)
    public MergeView read(long merge) {
        return merges.find(merge).orElseThrow(MergeDesk::unknown);
    }

    /** The merges, the latest first. */
    @Transactional(readOnly = true)
    public Page<MergeView> list(int offset, int limit) {
        return merges.list(Math.max(offset, 0), Math.min(limit, LONGEST_PAGE));
    }

    /**
     * Makes the other file part of the survivor's. Asked again for two that are merged already, it
     * does nothing and answers with that merge.
     *
     * @throws Refusal INVALID for one and the same, or without a reason; UNKNOWN where there is no
     *     such customer; NOT_NOW or REFUSED where something is against it, with the remedy
     */
    public MergeView merge(String survivor, String other, String reason, Actor by) {
        by.refuseAuditor();
        String why = Texts.required("reason", reason, REASON);
        if (survivor.equals(other)) {
            throw Refusal.invalid(
                    "other",
                    "A customer cannot be merged with itself. | 客户不能与自身合并。",
                    "Name the other file. | 请填写另一个档案的编号。");
        }
        List<MergeRecords.Side> sides = merges.lock(survivor, other);
        MergeRecords.Side into = side(sides, survivor, "id");
        MergeRecords.Side from = side(sides, other, "other");
        if (survivor.equals(from.mergedInto())) {
            return read(merges.of(other).orElseThrow(MergeDesk::unknown));
        }
        check(into);
        check(from);
        features.forEach(feature -> feature.check(survivor, other));
        Instant now = clock.instant();
        long merge = merges.add(survivor, other, why, by.userId(), now);
        merges.fill(merge, survivor, other);
        for (MovesWithCustomer feature : features) {
            feature.rows(survivor, other)
                    .forEach(rows -> merges.move(merge, rows, survivor, other));
        }
        merges.moveMerged(merge, survivor, other);
        merges.mergedInto(other, survivor);
        features.forEach(feature -> feature.moved(survivor, other, false));
        note(
                survivor,
                now,
                by,
                "MERGED",
                Phrase.both(
                        "Customer %1$s was merged into this one (merge %2$d)"
                                .formatted(other, merge),
                        "客户%1$s已并入本档案（合并%2$d）".formatted(other, merge)),
                why);
        events.publishEvent(new CustomersMerged(survivor, other, false));
        return read(merge);
    }

    /**
     * Makes two files of one again.
     *
     * @throws Refusal UNKNOWN where there is no such merge; NOT_NOW where it was undone already, or
     *     where a later merge or an erasure stands on it
     */
    public MergeView undo(long merge, String reason, Actor by) {
        by.refuseAuditor();
        String why = Texts.required("reason", reason, REASON);
        MergeView done = merges.lock(merge).orElseThrow(MergeDesk::unknown);
        if (done.undoneAt() != null) {
            throw Refusal.notNow(
                    "Merge %1$d was undone already, by %2$s. | 合并%1$d已由%2$s撤销。"
                            .formatted(merge, done.undoneBy()),
                    "Merge the two again if they are one. | 如确为同一客户，请重新合并。");
        }
        String survivor = done.survivor();
        String other = done.other();
        List<MergeRecords.Side> sides = merges.lock(survivor, other);
        Optional<Long> later = merges.of(survivor);
        if (later.isPresent()) {
            throw Refusal.notNow(
                    "Customer %1$s was itself merged later, by merge %2$d. | 客户%1$s随后又被合并（合并%2$d）。"
                            .formatted(survivor, later.get()),
                    "Undo merge %1$d first. | 请先撤销合并%1$d。".formatted(later.get()));
        }
        if (side(sides, survivor, "id").erased()) {
            throw erased(survivor);
        }
        merges.moveBack(merge, survivor, other);
        merges.empty(merge, survivor);
        merges.mergedInto(other, null);
        Instant now = clock.instant();
        merges.undone(merge, why, by.userId(), now);
        features.forEach(feature -> feature.moved(survivor, other, true));
        String what =
                Phrase.both(
                        "Merge %1$d of %2$s and %3$s was undone".formatted(merge, survivor, other),
                        "已撤销%2$s与%3$s的合并（合并%1$d）".formatted(merge, survivor, other));
        note(survivor, now, by, "MERGE_UNDONE", what, why);
        note(other, now, by, "MERGE_UNDONE", what, why);
        events.publishEvent(new CustomersMerged(survivor, other, true));
        return read(merge);
    }

    private static MergeRecords.Side side(List<MergeRecords.Side> sides, String id, String field) {
        return sides.stream()
                .filter(side -> side.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        field,
                                        "There is no customer %1$s. | 没有客户%1$s。".formatted(id),
                                        "Take an id from the list of customers. | 请使用客户列表中的编号。"));
    }

    private static void check(MergeRecords.Side side) {
        if (side.mergedInto() != null) {
            throw Refusal.notNow(
                    "Customer %1$s was merged into %2$s already. | 客户%1$s已并入%2$s。"
                            .formatted(side.id(), side.mergedInto()),
                    "Merge with %1$s instead. | 请与%1$s合并。".formatted(side.mergedInto()));
        }
        if (side.erased()) {
            throw erased(side.id());
        }
        if (side.erasureAsked()) {
            throw Refusal.notNow(
                    "Somebody asked to erase customer %1$s. | 已有删除客户%1$s资料的申请。"
                            .formatted(side.id()),
                    "Have the request judged first. | 请先审批该申请。");
        }
    }

    private static Refusal erased(String id) {
        return Refusal.notNow(
                "Customer %1$s was erased on request. | 客户%1$s的资料已应要求删除。".formatted(id),
                "Leave what is left of the file as it is. | 请保留现状。");
    }

    private static Refusal unknown() {
        return Refusal.unknown(
                "merge",
                "There is no merge of this number. | 没有该编号的合并。",
                "Take a number from the list of merges. | 请使用合并列表中的编号。");
    }

    private void note(String id, Instant at, Actor by, String event, String what, String why) {
        contacts.note(id, new CustomerChange(at, by.userId(), event, what, why));
    }
}
