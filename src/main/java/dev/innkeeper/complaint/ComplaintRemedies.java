package dev.innkeeper.complaint;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.complaint.CompensationView.State;
import dev.innkeeper.complaint.ComplaintRecords.Compensating;
import dev.innkeeper.complaint.facts.Compensation;
import dev.innkeeper.complaint.facts.CorrectiveActionNeed;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.decision.Decided;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the investigation found, and what the guest is given. */
@Component
class ComplaintRemedies {

    private static final int LONGEST_WORDS = 4_000;
    private static final Set<RemedyKind> WORDS_ONLY = Set.of(RemedyKind.APOLOGY);

    /** Whose work a root cause may lie in. */
    private static final Set<Group> DEPARTMENTS =
            EnumSet.of(
                    Group.LOBBY_SERVICE,
                    Group.ROOMS_SERVICE,
                    Group.BANQUET_SERVICE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CALL_CENTRE,
                    Group.CUSTOMER_INFORMATION,
                    Group.SALES,
                    Group.FINANCE,
                    Group.QUALITY,
                    Group.CUSTOMER_SERVICE_MANAGER);

    private final ComplaintJudgements judgements;
    private final ComplaintRecords records;
    private final RootCauses rootCauses;
    private final People people;

    ComplaintRemedies(
            ComplaintJudgements judgements,
            ComplaintRecords records,
            RootCauses rootCauses,
            People people) {
        this.judgements = judgements;
        this.records = records;
        this.rootCauses = rootCauses;
        this.people = people;
    }

    void found(ComplaintFile file, Investigation.Found given) {
        Investigation.Found found = checked(given);
        Complaint complaint = file.complaint();
        complaint.investigated();
        List<Compensating> earlier = records.compensations(file.number());
        Money total = given(earlier).plus(found.remedy().amount());
        refuseWhatIsTooMuch(
                judgements.compensation(complaint, found.finding(), total, file.now()),
                found.remedy().kinds(),
                total);
        records.addFinding(file.number(), file.now(), file.by().userId(), found);
        records.propose(complaint, found.remedy(), file.now(), file.by().userId());
        file.note(
                "COMPLAINT_INVESTIGATED",
                Phrase.both(
                        "Investigated: " + found.finding().english(),
                        "调查结论：" + found.finding().chinese()),
                found.account());
        file.publish(
                new ComplaintInvestigated(
                        file.number(),
                        complaint.report().customerId(),
                        complaint.about().category(),
                        found.finding()));
    }

    void decide(ComplaintFile file) {
        Complaint complaint = file.complaint();
        FindingView finding = lastFinding(file);
        List<Compensating> all = records.compensations(file.number());
        Compensating proposed = last(all, State.PROPOSED);
        Money total = given(all).plus(proposed.view().amount());
        Decided<Compensation> decided =
                judgements.compensation(complaint, finding.finding(), total, file.now());
        Compensation answer = decided.result();
        refuseWhatIsTooMuch(decided, Set.copyOf(proposed.view().kinds()), total);
        Decided<CorrectiveActionNeed> correction =
                judgements.correctiveAction(
                        complaint, finding.finding(), finding.rootCause(), file.now());
        Group approver = approver(answer, proposed.view().proposedBy());
        complaint.compensate(approver, correction.result());
        records.update(
                new Compensating(
                        proposed.id(),
                        proposed.view()
                                .decided(new Money(answer.ceiling()), approver, answer.flagged())),
                false,
                file.now());
        file.judged("COMPENSATION_DECIDED", decided(proposed.view().amount(), approver), decided);
        if (correction.result().needed()) {
            file.judged(
                    "CORRECTIVE_ACTION_NEEDED",
                    Phrase.both("The cause is to be removed", "需要纠正措施"),
                    correction);
        }
        if (approver != null) {
            file.tell(
                    "complaint.approval",
                    Map.of(
                            "amount",
                            proposed.view().amount().toString(),
                            "severity",
                            Phrase.of(complaint.severity())),
                    Set.of(approver));
        }
    }

    void approve(ComplaintFile file, Approval approval) {
        Complaint complaint = file.complaint();
        complaint.requireApprovalDue();
        Compensating waiting = last(records.compensations(file.number()), State.AWAITING_APPROVAL);
        refuseOwnApproval(file, waiting.view());
        String reason =
                approval.approved()
                        ? Texts.optional("reason", approval.reason(), LONGEST_WORDS)
                        : Texts.required("reason", approval.reason(), LONGEST_WORDS);
        State state = approval.approved() ? State.APPROVED : State.REJECTED;
        records.update(
                new Compensating(
                        waiting.id(),
                        waiting.view().judged(state, file.by().userId(), file.now(), reason)),
                false,
                file.now());
        if (approval.approved()) {
            complaint.approve();
            file.note(
                    "COMPENSATION_APPROVED", Phrase.both("Compensation approved", "补偿已批准"), reason);
        } else {
            complaint.reject();
            file.note(
                    "COMPENSATION_REJECTED", Phrase.both("Compensation rejected", "补偿被驳回"), reason);
        }
        file.tell(
                approval.approved() ? "complaint.approved" : "complaint.rejected",
                Map.of(
                        "amount",
                        waiting.view().amount().toString(),
                        "reason",
                        reason.isEmpty() ? "-" : reason),
                EnumSet.of(complaint.department(), complaint.owner()),
                Set.of(waiting.view().proposedBy()));
    }

    /** The approved compensation is given, or the guest refuses it. */
    void answered(ComplaintFile file, boolean accepted, String reason) {
        Compensating approved = last(records.compensations(file.number()), State.APPROVED);
        CompensationView view =
                accepted
                        ? approved.view().in(State.GIVEN)
                        : approved.view()
                                .judged(
                                        State.REFUSED_BY_GUEST,
                                        file.by().userId(),
                                        file.now(),
                                        reason);
        records.update(new Compensating(approved.id(), view), accepted, file.now());
    }

    /** What was proposed and not given comes to nothing. */
    void drop(ComplaintFile file, String reason) {
        for (Compensating compensating : records.compensations(file.number())) {
            switch (compensating.view().state()) {
                case PROPOSED, AWAITING_APPROVAL, APPROVED ->
                        records.update(
                                new Compensating(
                                        compensating.id(),
                                        compensating
                                                .view()
                                                .judged(
                                                        State.REJECTED,
                                                        file.by().userId(),
                                                        file.now(),
                                                        reason)),
                                false,
                                file.now());
                default -> {
                    // What was given or refused stays so.
                }
            }
        }
    }

    private FindingView lastFinding(ComplaintFile file) {
        return records.lastFinding(file.number())
                .orElseThrow(
                        () ->
                                Refusal.notNow(
                                        "Complaint %1$s has no finding yet. | 投诉%1$s尚无调查结论。"
                                                .formatted(file.number()),
                                        "Finish the investigation first. | 请先完成调查。"));
    }

    private Investigation.Found checked(Investigation.Found found) {
        String account = Texts.required("account", found.account(), LONGEST_WORDS);
        String words = Texts.optional("rootCauseWords", found.rootCauseWords(), LONGEST_WORDS);
        String remedyWords = Texts.optional("remedy", found.remedy().words(), LONGEST_WORDS);
        if (rootCauses.all().stream().noneMatch(cause -> cause.code().equals(found.rootCause()))) {
            throw Refusal.invalid(
                    "rootCause",
                    "There is no such root cause. | 没有这个根本原因。",
                    "Choose one of the list, such as OTHER_NONE. | 请从列表中选择，例如 OTHER_NONE。");
        }
        if (!DEPARTMENTS.contains(found.answerable())) {
            throw Refusal.refused(
                    "answerable",
                    "The %s is not a department. | %s不是责任部门。"
                            .formatted(found.answerable().english(), found.answerable().chinese()),
                    "Choose the department in whose work the cause lies. | 请选择造成问题的部门。");
        }
        Set<RemedyKind> kinds = found.remedy().kinds();
        if (kinds.isEmpty()) {
            throw Refusal.invalid(
                    "remedyKinds",
                    "The remedy has no kind. | 未选择补救方式。",
                    "Choose at least one; APOLOGY where only words are offered. | 请至少选择一种；仅口头道歉时选择"
                            + " APOLOGY。");
        }
        if (kinds.equals(WORDS_ONLY) && !found.remedy().amount().isZero()) {
            throw Refusal.refused(
                    "amount",
                    "An apology has no amount. | 致歉不带金额。",
                    "Choose the kind of remedy that the amount is for. | 请选择该金额对应的补救方式。");
        }
        return new Investigation.Found(
                found.finding(),
                account,
                found.rootCause(),
                words,
                found.answerable(),
                new ProposedRemedy(kinds, found.remedy().amount(), remedyWords));
    }

    private static void refuseWhatIsTooMuch(
            Decided<Compensation> decided, Set<RemedyKind> kinds, Money total) {
        Compensation answer = decided.result();
        Set<RemedyKind> forbidden =
                kinds.stream()
                        .filter(kind -> !answer.kinds().contains(kind))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RemedyKind.class)));
        if (!forbidden.isEmpty()) {
            throw Refusal.refused(
                    "remedyKinds",
                    "The rules do not allow %1$s here. | 规则不允许在此使用%1$s。".formatted(forbidden),
                    "Choose among %1$s. | 请在%1$s中选择。".formatted(EnumSet.copyOf(answer.kinds())));
        }
        BigDecimal amount = total.amount();
        if (amount.compareTo(answer.ceiling()) > 0) {
            throw Refusal.refused(
                    "amount",
                    ("The guest would get %1$s CNY in this case; the ceiling is %2$s CNY. |"
                                    + " 本案将补偿客人%1$s元，上限为%2$s元。")
                            .formatted(amount.toPlainString(), answer.ceiling().toPlainString()),
                    "Propose less. Why: %s. | 请减少补偿。原因：%s。"
                            .formatted(half(decided.reasons(), 0), half(decided.reasons(), 1)));
        }
    }

    private @Nullable Group approver(Compensation answer, String proposer) {
        return answer.approvalNeeded()
                ? people.approver(answer.approvers(), Set.of(proposer))
                : null;
    }

    private static void refuseOwnApproval(ComplaintFile file, CompensationView waiting) {
        if (file.by().userId().equals(waiting.proposedBy())) {
            throw Refusal.forbidden(
                    "Nobody approves a compensation of their own proposal. | 不能审批自己提出的补偿。",
                    "Ask somebody else of the group that approves. | 请由审批组的其他人审批。");
        }
        Group approver = waiting.approverGroup();
        if (approver != null && !file.by().isIn(approver)) {
            throw Refusal.forbidden(
                    "This compensation is approved by the %s. | 该补偿须由%s审批。"
                            .formatted(approver.english(), approver.chinese()),
                    "Ask somebody of that group. | 请联系该组人员。");
        }
    }

    private static Money given(List<Compensating> all) {
        return all.stream()
                .map(Compensating::view)
                .filter(view -> view.state() == State.GIVEN)
                .map(CompensationView::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static Compensating last(List<Compensating> all, State state) {
        return all.stream()
                .filter(compensating -> compensating.view().state() == state)
                .reduce((first, second) -> second)
                .orElseThrow(
                        () ->
                                Refusal.notNow(
                                        "No compensation waits for this. | 没有等待此操作的补偿。",
                                        "Look at what the case waits for. | 请查看案件当前在等待什么。"));
    }

    /** The reasons in one language: 0 English, 1 Chinese. */
    private static String half(List<String> reasons, int language) {
        return reasons.stream()
                .map(reason -> reason.split(" \\| ", 2))
                .map(halves -> halves[Math.min(language, halves.length - 1)])
                .collect(Collectors.joining(language == 0 ? "; " : "；"));
    }

    private static String decided(Money amount, @Nullable Group approver) {
        return approver == null
                ? Phrase.both(
                        "Compensation of %s CNY needs no approval".formatted(amount),
                        "补偿%s元无需审批".formatted(amount))
                : Phrase.both(
                        "Compensation of %s CNY waits for the %s"
                                .formatted(amount, approver.english()),
                        "补偿%s元待%s审批".formatted(amount, approver.chinese()));
    }
}
