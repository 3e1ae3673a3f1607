package dev.innkeeper.complaint;

import dev.innkeeper.calendar.Calendars;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.ClockBook;
import dev.innkeeper.casefile.ClockPolicy;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.facts.ComplaintClock;
import dev.innkeeper.complaint.facts.Deadlines;
import dev.innkeeper.complaint.facts.Escalation;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.NextCheck;
import dev.innkeeper.complaint.facts.ReopenReason;
import dev.innkeeper.complaint.facts.Reopening;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.complaint.facts.TimeBasis;
import dev.innkeeper.complaint.facts.Triage;
import dev.innkeeper.decision.Decided;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How grave a complaint is, until when it is handled, and how far up it goes. */
@Component
class ComplaintAssessment {

    static final String GRADED = "COMPLAINT_GRADED";

    private final ComplaintJudgements judgements;
    private final ComplaintRecords records;
    private final TimeLine timeLine;
    private final Calendars calendars;
    private final ZoneId zone;

    ComplaintAssessment(
            ComplaintJudgements judgements,
            ComplaintRecords records,
            TimeLine timeLine,
            Calendars calendars,
            CasefileProperties properties) {
        this.judgements = judgements;
        this.records = records;
        this.timeLine = timeLine;
        this.calendars = calendars;
        this.zone = properties.zone();
    }

    void grade(ComplaintFile file) {
        Complaint complaint = file.complaint();
        Decided<Grade> grade = judgements.grade(complaint);
        Decided<Deadlines> deadlines = judgements.deadlines(file.number(), grade.result());
        complaint.assess(grade.result(), deadlines.result());
        file.judged(GRADED, graded(complaint), grade);
        file.judged("DEADLINES_SET", Phrase.both("Deadlines set", "确定处理时限"), deadlines);
        Instant received = complaint.report().receivedAt();
        String why = Phrase.both("The complaint was received", "收到投诉");
        startAcknowledge(file, deadlines.result(), received, why);
        startResolve(file, deadlines.result(), received, why);
        escalate(file, Optional.empty());
        complaint.clocks(file.clocks());
        file.tell("complaint.assigned", assignment(complaint), responsible(complaint));
        file.publish(
                new ComplaintGraded(
                        file.number(),
                        complaint.severity(),
                        complaint.about().category(),
                        complaint.department(),
                        false));
    }

    void correctTriage(ComplaintFile file, TriageCorrection correction) {
        Complaint complaint = file.complaint();
        complaint.requireHandled("corrected");
        Triage was = complaint.about();
        Triage is =
                new Triage(
                        correction.category(),
                        correction.dimension(),
                        correction.harm(),
                        correction.lawyerOrPressNamed());
        complaint.correct(correction);
        if (is.equals(was)) {
            file.note("TRIAGE_CONFIRMED", Phrase.both("Triage confirmed", "确认分类"), "");
            return;
        }
        records.addExample(
                file.number(), file.now(), file.by().userId(), complaint.report().text(), was, is);
        file.note(
                "TRIAGE_CORRECTED",
                Phrase.both(
                        "Triage corrected to " + is.category().english(),
                        "分类更正为" + is.category().chinese()),
                "");
        Decided<Grade> grade = judgements.grade(complaint);
        Group before = complaint.department();
        complaint.take(grade.result());
        boolean otherSeverity =
                grade.result().severity() != complaint.severity()
                        && !complaint.isSeverityOverridden();
        if (otherSeverity) {
            regradeByRules(
                    file,
                    grade.result().severity(),
                    Phrase.both("Triage was corrected", "分类已更正"),
                    grade);
        } else {
            file.judged(GRADED, graded(complaint), grade);
            if (complaint.department() != before) {
                file.tell("complaint.assigned", assignment(complaint), responsible(complaint));
            }
        }
    }

    void regradeByPerson(ComplaintFile file, Severity severity, String reason) {
        Complaint complaint = file.complaint();
        if (!file.by().isIn(Group.CUSTOMER_SERVICE_MANAGER)
                && !file.by().isIn(Group.GENERAL_MANAGER)) {
            throw Refusal.forbidden(
                    "Only a manager sets another severity. | 只有经理可以更改级别。",
                    "Ask a customer service manager or the general manager. | 请联系客服经理或总经理。");
        }
        complaint.requireHandled("graded again");
        if (severity == complaint.severity()) {
            throw Refusal.refused(
                    "severity",
                    "The complaint is %1$s already. | 投诉已是%1$s级。".formatted(severity),
                    "Choose another severity, or leave it as it is. | 请选择其他级别，或保持不变。");
        }
        complaint.regrade(severity, true);
        file.overridden(
                "COMPLAINT_REGRADED",
                Phrase.both(
                        "A manager set the severity to " + severity.english(),
                        "主管改定严重程度为" + severity.chinese()),
                reason,
                timeLine.lastDecision(file.number(), GRADED).orElse(null));
        regraded(file, Phrase.both("A manager set another severity", "主管改定严重程度"), reason);
    }

    void regradeByRules(ComplaintFile file, Severity severity, String why, Decided<Grade> grade) {
        file.complaint().regrade(severity, false);
        file.judged(GRADED, graded(file.complaint()), grade);
        regraded(file, why, "");
    }

    /** Decides with the clocks as they are, and applies the answer. */
    void escalate(ComplaintFile file, Optional<Reopening> reopening) {
        Complaint complaint = file.complaint();
        ClockBook clocks = file.clocks();
        clocks.look(file.now());
        var readings = clocks.readings(file.now());
        if (readings.isEmpty() && reopening.isEmpty()) {
            return;
        }
        Decided<Escalation> decided =
                judgements.escalation(complaint, clocks, file.now(), reopening);
        Escalation escalation = decided.result();
        for (ClockBook.Reading reading : readings) {
            Integer next =
                    escalation.nextChecks().stream()
                            .filter(check -> check.clock().name().equals(reading.clock()))
                            .map(NextCheck::percent)
                            .findFirst()
                            .orElse(null);
            clocks.checked(reading.clock(), reading.percentElapsed(), next);
        }
        if (escalation.raised()) {
            raise(file, decided);
        } else if (escalation.handlerNotified()) {
            file.judged("HANDLER_WARNED", Phrase.both("The handler was warned", "已提醒经办人"), decided);
            file.tell(
                    "complaint.warning",
                    Map.of(
                            "severity",
                            Phrase.of(complaint.severity()),
                            "resolveBy",
                            Phrase.of(
                                    clocks.dueAt(ComplaintClock.RESOLVE.name()).orElse(null),
                                    zone)),
                    EnumSet.of(complaint.department(), complaint.owner()));
        }
    }

    /** Back to the investigation, with a new resolve clock where the old one was met. */
    void reopen(ComplaintFile file) {
        Complaint complaint = file.complaint();
        ReopenReason reason = complaint.reopenReason();
        complaint.reopen();
        file.note(
                "COMPLAINT_REOPENED",
                Phrase.both("Reopened: " + reason.english(), "重新处理：" + reason.chinese()),
                "");
        if (!file.clocks().isOpen(ComplaintClock.RESOLVE.name())) {
            Decided<Deadlines> deadlines = judgements.deadlines(file.number(), complaint.grade());
            complaint.take(deadlines.result());
            file.judged("DEADLINES_SET", Phrase.both("Deadlines set again", "重新确定处理时限"), deadlines);
            startResolve(
                    file,
                    deadlines.result(),
                    file.now(),
                    Phrase.both(reason.english(), reason.chinese()));
        }
        escalate(file, Optional.of(new Reopening(reason, complaint.reopenings())));
        file.tell(
                "complaint.reopened",
                Map.of(
                        "reason",
                        Phrase.both(reason.english(), reason.chinese()),
                        "nth",
                        String.valueOf(complaint.reopenings())),
                EnumSet.of(complaint.department(), complaint.owner()));
        file.publish(new ComplaintReopened(file.number(), reason, complaint.reopenings()));
    }

    private void raise(ComplaintFile file, Decided<Escalation> decided) {
        Complaint complaint = file.complaint();
        Escalation escalation = decided.result();
        int from = complaint.level();
        complaint.escalate(escalation.level(), escalation.owner());
        Group owner = complaint.owner();
        file.judged(
                "COMPLAINT_ESCALATED",
                Phrase.both(
                        "Escalated to level %d, %s"
                                .formatted(
                                        complaint.level(),
                                        owner.english().toLowerCase(Locale.ROOT)),
                        "升级至%d级，%s".formatted(complaint.level(), owner.chinese())),
                decided);
        Set<Group> told = EnumSet.of(owner);
        told.addAll(escalation.told());
        if (escalation.handlerNotified()) {
            told.add(complaint.department());
        }
        file.tell(
                "complaint.escalated",
                Map.of(
                        "severity",
                        Phrase.of(complaint.severity()),
                        "level",
                        String.valueOf(complaint.level()),
                        "owner",
                        Phrase.of(owner)),
                told);
        file.publish(new ComplaintEscalated(file.number(), from, complaint.level()));
    }

    /** New times, new clocks, and another look at the level. */
    private void regraded(ComplaintFile file, String why, String reason) {
        Complaint complaint = file.complaint();
        Decided<Deadlines> deadlines = judgements.deadlines(file.number(), complaint.grade());
        complaint.take(deadlines.result());
        file.judged("DEADLINES_SET", Phrase.both("Deadlines set again", "重新确定处理时限"), deadlines);
        if (file.clocks().isOpen(ComplaintClock.ACKNOWLEDGE.name())) {
            startAcknowledge(file, deadlines.result(), file.now(), why);
        }
        if (file.clocks().isOpen(ComplaintClock.RESOLVE.name())) {
            startResolve(file, deadlines.result(), file.now(), why);
        }
        escalate(file, Optional.empty());
        if (complaint.status() == ComplaintStatus.WAITING_FOR_GUEST) {
            file.clocks()
                    .pause(
                            ComplaintClock.RESOLVE.name(),
                            file.now(),
                            file.by(),
                            Phrase.both("Waiting for the guest", "等待客人答复"));
        }
        file.tell(
                "complaint.regraded",
                Map.of(
                        "severity",
                        Phrase.of(complaint.severity()),
                        "reason",
                        reason.isEmpty() ? why : reason),
                responsible(complaint));
        file.publish(
                new ComplaintGraded(
                        file.number(),
                        complaint.severity(),
                        complaint.about().category(),
                        complaint.department(),
                        true));
    }

    private void startAcknowledge(ComplaintFile file, Deadlines deadlines, Instant at, String why) {
        file.clocks()
                .start(
                        ComplaintClock.ACKNOWLEDGE.name(),
                        policy(
                                file.complaint(),
                                ComplaintClock.ACKNOWLEDGE,
                                deadlines.acknowledgeWithin(),
                                deadlines.acknowledgeOn(),
                                deadlines.statutoryLimit()),
                        at,
                        file.by(),
                        why);
    }

    private void startResolve(ComplaintFile file, Deadlines deadlines, Instant at, String why) {
        file.clocks()
                .start(
                        ComplaintClock.RESOLVE.name(),
                        policy(
                                file.complaint(),
                                ComplaintClock.RESOLVE,
                                deadlines.resolveWithin(),
                                deadlines.resolveOn(),
                                deadlines.statutoryLimit()),
                        at,
                        file.by(),
                        why);
    }

    private ClockPolicy policy(
            Complaint complaint,
            ComplaintClock clock,
            Duration allowed,
            TimeBasis basis,
            Duration limit) {
        String calendar =
                basis == TimeBasis.ELAPSED
                        ? ClockPolicy.ELAPSED
                        : calendars.nameFor(complaint.department());
        String words =
                Phrase.both(
                        "%s: %s within %s, %s"
                                .formatted(
                                        complaint.severity(),
                                        clock.english().toLowerCase(Locale.ROOT),
                                        english(allowed),
                                        basis.english().toLowerCase(Locale.ROOT)),
                        "%s：%s内%s，%s"
                                .formatted(
                                        complaint.severity(),
                                        chinese(allowed),
                                        clock.chinese(),
                                        basis.chinese()));
        return new ClockPolicy(words, allowed, calendar, limit);
    }

    private static String english(Duration time) {
        return time.toMinutesPart() == 0 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    private static String chinese(Duration time) {
        return time.toMinutesPart() == 0 ? time.toHours() + "小时" : time.toMinutes() + "分钟";
    }

    private Map<String, String> assignment(Complaint complaint) {
        return Map.of(
                "severity",
                Phrase.of(complaint.severity()),
                "category",
                Phrase.of(complaint.about().category()),
                "department",
                Phrase.of(complaint.department()),
                "acknowledgeBy",
                Phrase.of(complaint.acknowledgeBy(), zone),
                "resolveBy",
                Phrase.of(complaint.resolveBy(), zone));
    }

    private static Set<Group> responsible(Complaint complaint) {
        Set<Group> groups = EnumSet.of(complaint.department(), complaint.owner());
        groups.add(complaint.apologyGroup());
        groups.addAll(complaint.candidates());
        return groups;
    }

    private static String graded(Complaint complaint) {
        return Phrase.both(
                "Graded %s, %s"
                        .formatted(
                                complaint.severity().english(), complaint.department().english()),
                "评定为%s，责任部门%s"
                        .formatted(
                                complaint.severity().chinese(), complaint.department().chinese()));
    }
}
