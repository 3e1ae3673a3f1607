package dev.innkeeper.complaint;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.notification.Notice;
import dev.innkeeper.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every operation on corrective actions, each one transaction or part of the caller's. */
@Service
@Transactional
public class CorrectiveActionDesk {

    private static final int LONGEST_WORDS = 4_000;

    private static final List<Group> VERIFIERS =
            List.of(Group.QUALITY, Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private final CorrectiveActionCases actions;
    private final CorrectiveActionViews views;
    private final ComplaintFiles files;
    private final ComplaintRecords records;
    private final CaseNumbers numbers;
    private final CaseLinks links;
    private final TimeLine timeLine;
    private final Notifications notifications;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    CorrectiveActionDesk(
            CorrectiveActionCases actions,
            CorrectiveActionViews views,
            ComplaintFiles files,
            ComplaintRecords records,
            CaseNumbers numbers,
            CaseLinks links,
            TimeLine timeLine,
            Notifications notifications,
            People people,
            Clock clock,
            CasefileProperties properties) {
        this.actions = actions;
        this.views = views;
        this.files = files;
        this.records = records;
        this.numbers = numbers;
        this.links = links;
        this.timeLine = timeLine;
        this.notifications = notifications;
        this.people = people;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Opens the corrective action for the cause that the complaint's last finding names, or joins
     * the one that is open for the same cause and department.
     *
     * @throws Refusal NOT_NOW where none is needed
     */
    public CorrectiveProgress open(CaseNumber complaintNumber) {
        ComplaintFile file = files.open(complaintNumber, Actor.SYSTEM);
        Complaint complaint = file.complaint();
        FindingView finding =
                records.lastFinding(complaintNumber)
                        .filter(found -> complaint.isCorrectiveActionNeeded())
                        .orElseThrow(
                                () ->
                                        Refusal.notNow(
                                                "Complaint %1$s needs no corrective action. | 投诉%1$s无需纠正措施。"
                                                        .formatted(complaintNumber),
                                                "Finish the investigation first. | 请先完成调查。"));
        Optional<CorrectiveAction> running =
                actions.findByOpenCause(
                        CorrectiveAction.openCause(finding.rootCause(), finding.answerable()));
        CorrectiveAction action = running.orElseGet(() -> start(complaint, finding));
        links.add(complaintNumber, CaseLink.Kind.CORRECTED_BY, action.number(), file.now());
        file.note(
                "CORRECTIVE_ACTION_LINKED",
                Phrase.both("Corrective action " + action.number(), "纠正措施" + action.number()),
                "");
        files.log(file);
        return progress(action, running.isPresent());
    }

    /** The answerable department states cause and measure; the date of the verification is set. */
    public CorrectiveProgress state(CaseNumber number, Statement statement, Actor by) {
        by.refuseAuditor();
        String cause = Texts.required("cause", statement.cause(), LONGEST_WORDS);
        String measure = Texts.required("measure", statement.measure(), LONGEST_WORDS);
        CorrectiveAction action = load(number);
        action.state(new Statement(cause, measure), by.userId(), clock.instant());
        actions.save(action);
        note(
                number,
                by,
                "MEASURE_STATED",
                Phrase.both("Cause and measure stated", "已说明原因和措施"),
                cause + "\n" + measure);
        tell(number, "corrective.stated", action.verifyAt(), Set.of(verifier(action)));
        return progress(action, false);
    }

    /**
     * Quality verifies the effect.
     *
     * @throws Refusal NOT_NOW before the date of the verification; FORBIDDEN for the person who
     *     stated the measure, and outside the group that verifies
     */
    public CorrectiveProgress verify(CaseNumber number, Verification verification, Actor by) {
        by.refuseAuditor();
        String words = Texts.required("words", verification.words(), LONGEST_WORDS);
        CorrectiveAction action = load(number);
        Group verifier = verifier(action);
        action.verify(
                new Verification(verification.effective(), words),
                by.userId(),
                clock.instant(),
                zone);
        if (!by.isIn(verifier)) {
            throw Refusal.forbidden(
                    "The effect is verified by the group %s. | 效果须由%s验证。"
                            .formatted(verifier.english(), verifier.chinese()),
                    "Ask somebody of that group. | 请联系该组人员。");
        }
        actions.save(action);
        note(
                number,
                by,
                verification.effective() ? "EFFECT_VERIFIED" : "EFFECT_MISSING",
                verification.effective()
                        ? Phrase.both("The measure is effective", "措施有效")
                        : Phrase.both("The measure is not effective", "措施无效"),
                words);
        tell(
                number,
                verification.effective() ? "corrective.effective" : "corrective.ineffective",
                action.dueAt(),
                Set.of(action.answerable()));
        return progress(action, false);
    }

    /** Its answers and dates now. */
    @Transactional(readOnly = true)
    public CorrectiveProgress progress(CaseNumber number) {
        return progress(load(number), false);
    }

    /** All that is known of it. */
    @Transactional(readOnly = true)
    public CorrectiveActionView view(CaseNumber number) {
        return views.of(load(number));
    }

    /** What happened to it, oldest first. */
    @Transactional(readOnly = true)
    public List<TimeLineEntry> timeLine(CaseNumber number) {
        load(number);
        return timeLine.of(number);
    }

    private CorrectiveAction start(Complaint complaint, FindingView finding) {
        CaseNumber number = numbers.next(CaseNumbers.Kind.CORRECTIVE_ACTION);
        CorrectiveAction action =
                CorrectiveAction.opened(
                        number,
                        finding.rootCause(),
                        finding.answerable(),
                        finding.at(),
                        complaint.correctiveDue(),
                        complaint.correctiveVerify());
        try {
            actions.save(action);
        } catch (DuplicateKeyException e) {
            throw anotherWasFaster(e);
        } catch (DbActionExecutionException e) {
            throw e.getCause() instanceof DuplicateKeyException ? anotherWasFaster(e) : e;
        }
        note(
                number,
                Actor.SYSTEM,
                "CORRECTIVE_ACTION_OPENED",
                Phrase.both(
                        "Opened for complaint " + complaint.number(),
                        "因投诉" + complaint.number() + "发起"),
                "");
        tell(number, "corrective.opened", action.dueAt(), Set.of(finding.answerable()));
        return action;
    }

    private CorrectiveAction load(CaseNumber number) {
        return actions.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no corrective action %1$s. | 没有编号为%1$s的纠正措施。"
                                                .formatted(number),
                                        "Look for it at the complaints that it serves. |"
                                                + " 请在相关投诉中查找。"));
    }

    private CorrectiveProgress progress(CorrectiveAction action, boolean joined) {
        return new CorrectiveProgress(
                action.number(),
                joined,
                action.answerable(),
                action.dueAt(),
                action.verifyAt(),
                verifier(action),
                action.state() == CorrectiveActionView.State.EFFECTIVE);
    }

    /** Quality, or the next level where nobody of quality is there but who stated the measure. */
    private Group verifier(CorrectiveAction action) {
        String statedBy = action.statedBy();
        if (statedBy == null) {
            return Group.QUALITY;
        }
        return people.approver(VERIFIERS, Set.of(statedBy));
    }

    private void note(CaseNumber number, Actor by, String event, String what, String words) {
        timeLine.add(
                List.of(
                        new TimeLineEntry(
                                number,
                                clock.instant(),
                                by.userId(),
                                event,
                                what,
                                List.of(),
                                words,
                                null)));
    }

    private void tell(CaseNumber number, String kind, @Nullable Instant due, Set<Group> groups) {
        notifications.notify(
                new Notice(number, kind, Map.of("due", Phrase.of(due, zone)), groups, Set.of()));
    }

    private static OptimisticLockingFailureException anotherWasFaster(Exception cause) {
        return new OptimisticLockingFailureException(
                "A corrective action for the same cause was opened at the same moment", cause);
    }
}
