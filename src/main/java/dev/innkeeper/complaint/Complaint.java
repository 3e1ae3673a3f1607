package dev.innkeeper.complaint;

import dev.innkeeper.casefile.ClockBook;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.ComplaintClock;
import dev.innkeeper.complaint.facts.CorrectiveActionNeed;
import dev.innkeeper.complaint.facts.Deadlines;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.ReopenReason;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.complaint.facts.Triage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A complaint: what was reported, and how far it is. Its verbs refuse what its state forbids. */
@Table("complaint")
final class Complaint {

    private static final String COMMA = ",";
    private static final int PRIORITY_OF_MINOR = 20;
    private static final int PRIORITY_STEP = 20;
    private static final int PRIORITY_OF_LEVEL = 6;

    @Id private String number;
    @Version private int version;
    private ComplaintStatus status;

    @Embedded.Empty private Report report;

    private @Nullable Category category;
    private @Nullable ServqualDimension dimension;
    private @Nullable Harm harm;
    private @Nullable Boolean lawyerOrPressNamed;
    private String triaged;
    private boolean triageToBeChecked;

    private @Nullable Severity severity;
    private boolean severityOverridden;
    private int level;
    private @Nullable Group department;
    private @Nullable Group ownerGroup;
    private @Nullable Group apologyGroup;
    private String candidateGroups;

    private long callbackAfterSeconds;
    private int callbackAttemptsAllowed;
    private long callbackEverySeconds;
    private long waitForGuestSeconds;
    private @Nullable Instant waitForGuestUntil;

    private boolean approvalNeeded;
    private @Nullable Group approverGroup;
    private boolean compensationApproved;
    private boolean correctiveActionNeeded;
    private long correctiveDueSeconds;
    private long correctiveVerifySeconds;

    private boolean remedyAccepted;
    private @Nullable Instant repliedAt;
    private int callbackAttempts;
    private @Nullable Instant callbackDueAt;
    private @Nullable CallbackOutcome callbackOutcome;
    private int reopenings;

    private @Nullable Instant nextCheckAt;
    private @Nullable Instant acknowledgeBy;
    private @Nullable Instant resolveBy;
    private @Nullable Instant nextDueAt;
    private @Nullable Instant closedAt;
    private @Nullable CaseNumber linkedTo;

    /** A complaint that has just been received, with what the caller said of it. */
    static Complaint received(
            CaseNumber number,
            Report report,
            @Nullable Category category,
            @Nullable ServqualDimension dimension,
            @Nullable Harm harm,
            @Nullable Boolean lawyerOrPressNamed) {
        Complaint complaint = new Complaint();
        complaint.number = number.value();
        complaint.status = ComplaintStatus.RECEIVED;
        complaint.report = report;
        complaint.category = category;
        complaint.dimension = dimension;
        complaint.harm = harm;
        complaint.lawyerOrPressNamed = lawyerOrPressNamed;
        complaint.triaged = "";
        complaint.candidateGroups = "";
        complaint.remedyAccepted = true;
        return complaint;
    }

    /** Whether triage has something to fill in. */
    boolean isTriageMissing() {
        return category == null || dimension == null || harm == null || lawyerOrPressNamed == null;
    }

    /** Takes from triage what the caller did not say. */
    void fillIn(Triage triage) {
        List<String> filled = new ArrayList<>();
        if (category == null) {
            category = triage.category();
            filled.add("category");
        }
        if (dimension == null) {
            dimension = triage.dimension();
            filled.add("dimension");
        }
        if (harm == null) {
            harm = triage.harm();
            filled.add("harm");
        }
        if (lawyerOrPressNamed == null) {
            lawyerOrPressNamed = triage.lawyerOrPressNamed();
            filled.add("lawyerOrPressNamed");
        }
        triaged = String.join(COMMA, filled);
        triageToBeChecked = !filled.isEmpty();
    }

    /** The complaint is handled in an earlier one. */
    void link(CaseNumber earlier, Grade grade) {
        require("linked", ComplaintStatus.RECEIVED);
        linkedTo = earlier;
        severity = grade.severity();
        department = grade.owner();
        ownerGroup = grade.owner();
        triageToBeChecked = false;
        status = ComplaintStatus.LINKED;
    }

    /** Severity, department and times are set. */
    void assess(Grade grade, Deadlines deadlines) {
        require("graded", ComplaintStatus.RECEIVED);
        take(grade);
        take(deadlines);
        severity = grade.severity();
        status = ComplaintStatus.ASSESSED;
    }

    /** A person says what it is about. */
    void correct(TriageCorrection correction) {
        requireHandled("corrected");
        category = correction.category();
        dimension = correction.dimension();
        harm = correction.harm();
        lawyerOrPressNamed = correction.lawyerOrPressNamed();
        triageToBeChecked = false;
    }

    /** Department and candidates follow a new grade; the level stays. */
    void take(Grade grade) {
        department = grade.owner();
        List<Group> candidates = new ArrayList<>(List.of(grade.owner()));
        grade.candidates().stream().sorted().forEach(candidates::add);
        if (level == 0) {
            ownerGroup = grade.owner();
        } else {
            candidates.add(owner());
        }
        candidates(candidates);
    }

    /** The times of a new policy. */
    void take(Deadlines deadlines) {
        apologyGroup = deadlines.apologyBy();
        callbackAfterSeconds = deadlines.callbackAfter().toSeconds();
        callbackAttemptsAllowed = deadlines.callbackAttempts();
        callbackEverySeconds = deadlines.callbackEvery().toSeconds();
        waitForGuestSeconds = deadlines.waitForGuest().toSeconds();
    }

    /** The severity is another one. */
    void regrade(Severity newSeverity, boolean byAPerson) {
        requireHandled("graded again");
        severity = newSeverity;
        severityOverridden = byAPerson;
    }

    /** The guest has been thanked and an apology made. */
    void acknowledge() {
        require("acknowledged", ComplaintStatus.ASSESSED);
        status = ComplaintStatus.INVESTIGATING;
    }

    /** The investigation waits for the guest. */
    void waitForGuest(Instant now) {
        require("put on hold for the guest", ComplaintStatus.INVESTIGATING);
        waitForGuestUntil = now.plusSeconds(waitForGuestSeconds);
        status = ComplaintStatus.WAITING_FOR_GUEST;
    }

    /** The investigation goes on. */
    void resume() {
        require("resumed", ComplaintStatus.WAITING_FOR_GUEST);
        waitForGuestUntil = null;
        status = ComplaintStatus.INVESTIGATING;
    }

    /** The finding is there. */
    void investigated() {
        require("investigated", ComplaintStatus.INVESTIGATING);
        approvalNeeded = false;
        approverGroup = null;
        compensationApproved = false;
        status = ComplaintStatus.INVESTIGATED;
    }

    /** The compensation is decided, or somebody has to approve it. */
    void compensate(@Nullable Group approver, CorrectiveActionNeed correction) {
        require("compensated", ComplaintStatus.INVESTIGATED);
        approvalNeeded = approver != null;
        approverGroup = approver;
        compensationApproved = approver == null;
        correctiveActionNeeded = correction.needed();
        correctiveDueSeconds = correction.dueWithin().toSeconds();
        correctiveVerifySeconds = correction.verifyAfter().toSeconds();
        status = approver == null ? ComplaintStatus.DECIDED : ComplaintStatus.AWAITING_APPROVAL;
    }

    /** The compensation is approved. */
    void approve() {
        requireApprovalDue();
        compensationApproved = true;
        status = ComplaintStatus.DECIDED;
    }

    /** The compensation is rejected: back to the investigation. */
    void reject() {
        requireApprovalDue();
        compensationApproved = false;
        status = ComplaintStatus.INVESTIGATING;
    }

    /** Refuses unless the compensation waits for its approval. */
    void requireApprovalDue() {
        require("approved", ComplaintStatus.AWAITING_APPROVAL);
    }

    /** The guest is told. */
    void reply(boolean accepted, Instant now) {
        require("answered", ComplaintStatus.DECIDED);
        remedyAccepted = accepted;
        callbackAttempts = 0;
        callbackOutcome = null;
        repliedAt = now;
        callbackDueAt = accepted ? now.plusSeconds(callbackAfterSeconds) : null;
        status = ComplaintStatus.RESPONDED;
    }

    /** The guest was called. */
    CallbackOutcome calledBack(boolean reached, boolean satisfied, Instant now) {
        require("called back about", ComplaintStatus.RESPONDED);
        if (!remedyAccepted || isCallbackOver()) {
            throw Refusal.notNow(
                    ("Complaint %1$s needs no callback now. | 投诉%1$s目前无需回访。").formatted(number),
                    "Look at what the case waits for. | 请查看案件当前在等待什么。");
        }
        callbackAttempts++;
        if (reached) {
            callbackOutcome = satisfied ? CallbackOutcome.SATISFIED : CallbackOutcome.UNSATISFIED;
        } else {
            callbackOutcome =
                    callbackAttempts < callbackAttemptsAllowed
                            ? CallbackOutcome.TRY_AGAIN
                            : CallbackOutcome.NOT_REACHED;
        }
        callbackDueAt =
                callbackOutcome == CallbackOutcome.TRY_AGAIN
                        ? now.plusSeconds(callbackEverySeconds)
                        : null;
        return callbackOutcome;
    }

    /** Why it has to be taken up again. */
    ReopenReason reopenReason() {
        require("reopened", ComplaintStatus.RESPONDED);
        if (!remedyAccepted) {
            return ReopenReason.REMEDY_REFUSED;
        }
        if (callbackOutcome == CallbackOutcome.UNSATISFIED) {
            return ReopenReason.NOT_SATISFIED;
        }
        throw Refusal.notNow(
                ("Complaint %1$s was not refused by the guest. | 客人并未拒绝投诉%1$s的处理结果。")
                        .formatted(number),
                "Reopen it after a refusal or an unsatisfied callback only. |"
                        + " 只有客人拒绝或回访不满意后才可重新处理。");
    }

    /** Back to the investigation. */
    void reopen() {
        reopenReason();
        reopenings++;
        remedyAccepted = true;
        compensationApproved = false;
        approvalNeeded = false;
        approverGroup = null;
        callbackDueAt = null;
        status = ComplaintStatus.INVESTIGATING;
    }

    /** Closed and archived. */
    void close(Instant now) {
        require("closed", ComplaintStatus.RESPONDED);
        if (callbackOutcome != CallbackOutcome.SATISFIED
                && callbackOutcome != CallbackOutcome.NOT_REACHED) {
            throw Refusal.notNow(
                    ("Complaint %1$s waits for the callback. | 投诉%1$s正等待回访。").formatted(number),
                    "Call the guest first, and note whether the guest is satisfied. |"
                            + " 请先回访客人，并记录是否满意。");
        }
        status = ComplaintStatus.CLOSED;
        closedAt = now;
    }

    /** The guest took it back. */
    void withdraw(Instant now) {
        if (isOver()) {
            throw refuse("withdrawn");
        }
        waitForGuestUntil = null;
        callbackDueAt = null;
        status = ComplaintStatus.WITHDRAWN;
        closedAt = now;
    }

    /** Another group answers for it. */
    void escalate(int newLevel, Group newOwner) {
        level = newLevel;
        ownerGroup = newOwner;
        List<Group> candidates = new ArrayList<>(candidates());
        candidates.add(newOwner);
        candidates(candidates);
    }

    /** Takes the dates of the clocks. */
    void clocks(ClockBook clocks) {
        acknowledgeBy = clocks.dueAt(ComplaintClock.ACKNOWLEDGE.name()).orElse(null);
        resolveBy = clocks.dueAt(ComplaintClock.RESOLVE.name()).orElse(null);
        nextDueAt =
                Stream.of(acknowledgeBy, resolveBy)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
        nextCheckAt = isOver() ? null : clocks.nextCheckAt().orElse(null);
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    ComplaintStatus status() {
        return status;
    }

    Report report() {
        return report;
    }

    /** What it is about, by the caller, by triage or by a person. */
    Triage about() {
        return new Triage(
                Objects.requireNonNull(category),
                Objects.requireNonNull(dimension),
                Objects.requireNonNull(harm),
                Boolean.TRUE.equals(lawyerOrPressNamed));
    }

    Severity severity() {
        return Objects.requireNonNull(severity);
    }

    boolean isSeverityOverridden() {
        return severityOverridden;
    }

    int level() {
        return level;
    }

    Group department() {
        return Objects.requireNonNull(department);
    }

    Group owner() {
        return Objects.requireNonNull(ownerGroup);
    }

    Group apologyGroup() {
        return Objects.requireNonNull(apologyGroup);
    }

    /** The grade as it is now, for the questions that build on it. */
    Grade grade() {
        EnumSet<Group> groups = EnumSet.copyOf(candidates());
        groups.add(department());
        return new Grade(severity(), department(), groups);
    }

    Set<Group> candidates() {
        return candidateGroups.isEmpty()
                ? Set.of()
                : Arrays.stream(candidateGroups.split(COMMA))
                        .map(Group::of)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Nullable Group approver() {
        return approverGroup;
    }

    @Nullable Instant waitForGuestUntil() {
        return waitForGuestUntil;
    }

    @Nullable Instant callbackDueAt() {
        return callbackDueAt;
    }

    @Nullable CallbackOutcome callbackOutcome() {
        return callbackOutcome;
    }

    @Nullable Instant acknowledgeBy() {
        return acknowledgeBy;
    }

    @Nullable Instant resolveBy() {
        return resolveBy;
    }

    int callbackAttempts() {
        return callbackAttempts;
    }

    int reopenings() {
        return reopenings;
    }

    boolean isCorrectiveActionNeeded() {
        return correctiveActionNeeded;
    }

    Duration correctiveDue() {
        return Duration.ofSeconds(correctiveDueSeconds);
    }

    Duration correctiveVerify() {
        return Duration.ofSeconds(correctiveVerifySeconds);
    }

    boolean isOver() {
        return status.isOver();
    }

    /** Whether it is graded and not over. */
    boolean isHandled() {
        return !isOver() && status != ComplaintStatus.RECEIVED;
    }

    Progress progress() {
        return new Progress(
                number(),
                status,
                severity,
                level,
                ownerGroup,
                apologyGroup,
                List.copyOf(candidates()),
                status == ComplaintStatus.LINKED,
                triageToBeChecked,
                status == ComplaintStatus.WAITING_FOR_GUEST,
                waitForGuestUntil,
                approvalNeeded,
                approverGroup,
                compensationApproved,
                correctiveActionNeeded,
                remedyAccepted,
                callbackDueAt,
                callbackOutcome,
                nextCheckAt != null,
                nextCheckAt,
                acknowledgeBy,
                resolveBy,
                priority());
    }

    ComplaintView view() {
        return new ComplaintView(
                number(),
                report.externalId(),
                status,
                report.kind(),
                report.channel(),
                report.receivedAt(),
                report.registeredAt(),
                report.registeredBy(),
                report.customerId(),
                report.contact(),
                report.reference(),
                report.eventStart(),
                report.eventEnd(),
                report.inHouse(),
                report.checkOutAt(),
                category,
                dimension,
                harm,
                lawyerOrPressNamed,
                triaged.isEmpty() ? List.of() : List.of(triaged.split(COMMA)),
                triageToBeChecked,
                report.text(),
                report.remedySought(),
                report.amountInDispute(),
                report.publiclyVisible(),
                severity,
                severityOverridden,
                level,
                department,
                ownerGroup,
                apologyGroup,
                reopenings,
                callbackAttempts,
                callbackOutcome,
                repliedAt,
                closedAt,
                linkedTo,
                version);
    }

    /** What can be done next. */
    Set<ComplaintAction> allowed() {
        EnumSet<ComplaintAction> actions =
                EnumSet.of(ComplaintAction.ATTACH, ComplaintAction.COMMENT);
        if (status != ComplaintStatus.LINKED) {
            actions.add(ComplaintAction.MESSAGE);
        }
        if (!isOver()) {
            actions.add(ComplaintAction.WITHDRAW);
        }
        if (isHandled()) {
            actions.add(ComplaintAction.REGRADE);
            actions.add(ComplaintAction.CORRECT_TRIAGE);
        }
        switch (status) {
            case ASSESSED -> actions.add(ComplaintAction.ACKNOWLEDGE);
            case INVESTIGATING -> actions.add(ComplaintAction.INVESTIGATE);
            case AWAITING_APPROVAL -> actions.add(ComplaintAction.APPROVE_COMPENSATION);
            case DECIDED -> actions.add(ComplaintAction.REPLY);
            case RESPONDED -> {
                if (remedyAccepted && !isCallbackOver()) {
                    actions.add(ComplaintAction.CALL_BACK);
                }
            }
            default -> {
                // The case waits for the service, for the guest, or for nothing any more.
            }
        }
        return actions;
    }

    /** Refuses unless it is graded and not over. */
    void requireHandled(String verb) {
        if (!isHandled()) {
            throw refuse(verb);
        }
    }

    private boolean isCallbackOver() {
        return callbackOutcome != null && callbackOutcome != CallbackOutcome.TRY_AGAIN;
    }

    private int priority() {
        if (severity == null) {
            return 0;
        }
        int graver = Severity.S4.ordinal() - severity.ordinal();
        return PRIORITY_OF_MINOR + PRIORITY_STEP * graver + PRIORITY_OF_LEVEL * level;
    }

    private void candidates(List<Group> groups) {
        candidateGroups =
                groups.stream().distinct().map(Group::id).collect(Collectors.joining(COMMA));
    }

    private void require(String verb, ComplaintStatus needed) {
        if (status != needed) {
            throw refuse(verb);
        }
    }

    private Refusal refuse(String verb) {
        return Refusal.notNow(
                ("Complaint %1$s cannot be %2$s: its status is \"%3$s\". |"
                                + " 投诉%1$s当前状态为“%4$s”，不能进行此操作。")
                        .formatted(
                                number,
                                verb,
                                status.english().toLowerCase(Locale.ROOT),
                                status.chinese()),
                isOver()
                        ? "Report a new complaint where the guest has another one. | 客人另有投诉时请新建投诉。"
                        : "Open the case again to see what it waits for. | 请重新打开案件，查看其当前状态。");
    }
}
