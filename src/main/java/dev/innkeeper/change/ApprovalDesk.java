package dev.innkeeper.change;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.OneTransaction;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Four eyes: one asks, another one approves or returns. */
@Service
public class ApprovalDesk {

    private final Drafts drafts;
    private final DraftDesk desk;
    private final CheckDesk checks;
    private final Publication publication;
    private final OneTransaction transaction;
    private final Clock clock;

    ApprovalDesk(
            Drafts drafts,
            DraftDesk desk,
            CheckDesk checks,
            Publication publication,
            OneTransaction transaction,
            Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.checks = checks;
        this.publication = publication;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks for approval.
     *
     * @param effectiveAt from when on it is to be live, or null for as soon as it is approved
     * @throws Refusal REFUSED where the draft as it is has not passed the checks
     */
    public Draft request(
            long id, int version, String words, @Nullable Instant effectiveAt, Actor by) {
        if (!by.isIn(Group.RULE_EDITOR)) {
            throw Refusal.forbidden(
                    "Only rule editors ask for approval. | 只有规则编辑可以申请审批。",
                    "Ask somebody of the group rule-editor. | 请联系规则编辑组成员。");
        }
        var draft = desk.find(id);
        if (draft.state() != Draft.State.OPEN) {
            throw DraftDesk.wrongState(draft);
        }
        DraftDesk.refuseOtherVersion(draft, version);
        var checked = checks.last(id).filter(CheckDesk.Checked::current);
        if (!checked.orElseGet(() -> checks.check(id, by)).report().passed()) {
            throw Refusal.refused(
                    "checks",
                    "The draft does not pass the checks. | 草稿未通过检查。",
                    "Mend what GET /api/drafts/%d/checks lists, then ask again. | 请修正GET /api/drafts/%1$d/checks所列问题后重新申请。"
                            .formatted(id));
        }
        return transaction.of(
                () -> {
                    var locked = desk.locked(id);
                    DraftDesk.refuseOtherVersion(locked, version);
                    return desk.moved(
                            locked.from(effectiveAt),
                            Draft.State.REQUESTED,
                            by.userId(),
                            ChangeEvent.Kind.REQUESTED,
                            withTime(words, effectiveAt));
                });
    }

    /** Takes a request or an approval back, so that the draft can be written on. */
    public Draft recall(long id, String words, Actor by) {
        if (!by.isIn(Group.RULE_EDITOR) && !by.isIn(Group.RULE_APPROVER)) {
            throw approversOnly();
        }
        return transaction.of(
                () -> {
                    var draft = desk.locked(id);
                    if (draft.state() != Draft.State.REQUESTED
                            && draft.state() != Draft.State.APPROVED) {
                        throw DraftDesk.wrongState(draft);
                    }
                    return desk.moved(
                            draft, Draft.State.OPEN, by.userId(), ChangeEvent.Kind.RECALLED, words);
                });
    }

    /** Returns a draft to its writers with a reason. */
    public Draft giveBack(long id, String words, Actor by) {
        if (!by.isIn(Group.RULE_APPROVER)) {
            throw approversOnly();
        }
        return transaction.of(
                () -> {
                    var draft = desk.locked(id);
                    if (draft.state() != Draft.State.REQUESTED) {
                        throw DraftDesk.wrongState(draft);
                    }
                    return desk.moved(
                            draft, Draft.State.OPEN, by.userId(), ChangeEvent.Kind.RETURNED, words);
                });
    }

    /**
     * Approves a draft. It goes live at once, or when its time comes.
     *
     * @param version the version that was read, so that nobody approves what was not seen
     * @param effectiveAt from when on it is to be live; null for what was asked, or at once
     * @return the draft: published, approved for later, or returned where it no longer passes
     * @throws Refusal FORBIDDEN for whoever wrote on it
     */
    public Draft approve(
            long id, int version, String words, @Nullable Instant effectiveAt, Actor by) {
        if (!by.isIn(Group.RULE_APPROVER)) {
            throw approversOnly();
        }
        var approved =
                transaction.of(
                        () -> {
                            var draft = desk.locked(id);
                            if (draft.state() != Draft.State.REQUESTED) {
                                throw DraftDesk.wrongState(draft);
                            }
                            DraftDesk.refuseOtherVersion(draft, version);
                            if (drafts.take(id, by.userId(), Person.Part.APPROVER)
                                    != Person.Part.APPROVER) {
                                throw Refusal.forbidden(
                                        "You wrote on this draft yourself. | 您参与了该草稿的编写。",
                                        "Somebody else of the group rule-approver has to approve"
                                                + " it. | 须由规则审批组的其他成员批准。");
                            }
                            var from = effectiveAt == null ? draft.effectiveAt() : effectiveAt;
                            return desk.moved(
                                    draft.from(from)
                                            .approved(desk.contentHash(id), clock.instant()),
                                    Draft.State.APPROVED,
                                    by.userId(),
                                    ChangeEvent.Kind.APPROVED,
                                    withTime(words, from));
                        });
        var effective = approved.effectiveAt();
        if (effective != null && !effective.isAfter(clock.instant())) {
            publication.publish(id);
        }
        return desk.find(id);
    }

    /** What the log says: the words, and the time where one was agreed on. */
    private static String withTime(String words, @Nullable Instant effectiveAt) {
        return effectiveAt == null ? words : words + " → " + effectiveAt;
    }

    private static Refusal approversOnly() {
        return Refusal.forbidden(
                "Only rule approvers decide on drafts. | 只有规则审批可以决定草稿。",
                "Ask somebody of the group rule-approver. | 请联系规则审批组成员。");
    }
}
