package dev.innkeeper.complaint.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.cut;
import static dev.innkeeper.workflow.FormWords.last;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;
import static dev.innkeeper.workflow.FormWords.suffix;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.ClockView;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.complaint.CallbackView;
import dev.innkeeper.complaint.CompensationView;
import dev.innkeeper.complaint.ComplaintRow;
import dev.innkeeper.complaint.CorrectiveActionView;
import dev.innkeeper.complaint.FindingView;
import dev.innkeeper.complaint.GuestMessageView;
import dev.innkeeper.complaint.TaskView;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.workflow.FormWords;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of complaints show of a case, in words. */
@Component
class FormTexts {

    private static final int LATEST = 10;
    private static final String NOTHING = "–";

    /** The entry of the time line that keeps what the guest was told. */
    private static final String ANSWERED = "GUEST_ANSWERED";

    private final DateTimeFormatter time;

    FormTexts(CasefileProperties properties) {
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(properties.zone());
    }

    /** The forms of {@code complaint-handling}. */
    Map<String, @Nullable Object> complaint(TaskView view) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            shown.put("caseText" + suffix(language), cut(caseText(view, language)));
            shown.put("reasons" + suffix(language), cut(reasons(view, language)));
            shown.put("history" + suffix(language), cut(history(view.history(), language)));
            shown.put("soFar" + suffix(language), cut(soFar(view, language)));
            shown.put("rejected" + suffix(language), cut(rejected(view, language)));
            shown.put("proposal" + suffix(language), cut(proposal(view, language)));
            shown.put("rootCauses" + suffix(language), rootCauses(view, language));
        }
        shown.put("guestWords", cut(view.complaint().text()));
        shown.put("guestMessages", cut(messages(view.messages())));
        triage(view, shown);
        last(view.findings()).ifPresent(finding -> prefill(finding, shown));
        last(view.compensations()).ifPresent(compensation -> prefill(compensation, shown));
        return shown;
    }

    private static void triage(TaskView view, Map<String, @Nullable Object> shown) {
        var complaint = view.complaint();
        shown.put("category", name(complaint.category()));
        shown.put("dimension", name(complaint.dimension()));
        shown.put("harm", name(complaint.harm()));
        shown.put("lawyerOrPressNamed", Boolean.TRUE.equals(complaint.lawyerOrPressNamed()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** After a rejection or a reopening the handler starts from what was found before. */
    private static void prefill(FindingView finding, Map<String, @Nullable Object> shown) {
        shown.put("finding", finding.finding().name());
        shown.put("account", cut(finding.account()));
        shown.put("rootCause", finding.rootCause());
        shown.put("rootCauseWords", cut(finding.rootCauseWords()));
        shown.put("answerable", finding.answerable().id());
    }

    private static void prefill(
            CompensationView compensation, Map<String, @Nullable Object> shown) {
        for (var kind : RemedyKind.values()) {
            shown.put(ComplaintTasks.field(kind), compensation.kinds().contains(kind));
        }
        shown.put("amount", compensation.amount().amount().doubleValue());
        shown.put("remedyWords", cut(compensation.words()));
    }

    private String caseText(TaskView view, Language language) {
        var complaint = view.complaint();
        var lines =
                Stream.of(
                        "**%s** · %s · %s · %s"
                                .formatted(
                                        complaint.number(),
                                        complaint.severity() == null
                                                ? NOTHING
                                                : language.of(
                                                        complaint.severity().english(),
                                                        complaint.severity().chinese()),
                                        complaint.category() == null
                                                ? NOTHING
                                                : language.of(
                                                        complaint.category().english(),
                                                        complaint.category().chinese()),
                                        language.of(
                                                complaint.status().english(),
                                                complaint.status().chinese())),
                        line(language, "Guest", "客人", guest(view, language)),
                        line(
                                language,
                                "Received",
                                "收到",
                                time.format(complaint.receivedAt())
                                        + " · "
                                        + language.of(
                                                complaint.channel().english(),
                                                complaint.channel().chinese())
                                        + (complaint.inHouse()
                                                ? language.of(" · in house", " · 在店")
                                                : "")),
                        line(
                                language,
                                "Stay, room or event",
                                "入住、房间或活动",
                                plain(complaint.reference())),
                        line(language, "Checks out", "离店时间", at(complaint.checkOutAt())),
                        line(language, "Asks for", "客人诉求", plain(complaint.remedySought())),
                        line(
                                language,
                                "Amount in dispute",
                                "争议金额",
                                complaint.amountInDispute().isZero()
                                        ? ""
                                        : complaint.amountInDispute() + " CNY"),
                        line(
                                language,
                                "Owner",
                                "负责部门",
                                group(complaint.ownerGroup(), language)
                                        + language.of(" · level ", " · 级别 ")
                                        + complaint.level()
                                        + (complaint.reopenings() > 0
                                                ? language.of(" · times reopened: ", " · 重新处理次数：")
                                                        + complaint.reopenings()
                                                : "")),
                        deadlines(view.clocks(), language));
        return paragraphs(lines);
    }

    private String guest(TaskView view, Language language) {
        var customer = view.customer();
        if (customer == null) {
            return plain(named(view.complaint().contact()))
                    .transform(name -> name.isEmpty() ? language.of("anonymous", "匿名") : name);
        }
        return "%s · %s · %s"
                .formatted(
                        plain(named(customer.contact())),
                        language.of(customer.tier().english(), customer.tier().chinese()),
                        language.of(
                                "complaints so far: " + customer.complaints(),
                                "累计投诉 " + customer.complaints() + " 次"));
    }

    private static String named(Contact contact) {
        return Stream.of(
                        contact.name(),
                        contact.company(),
                        contact.phone(),
                        contact.email(),
                        contact.weChat())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String deadlines(List<ClockView> clocks, Language language) {
        return clocks.stream()
                .filter(
                        clock ->
                                clock.state() == ClockView.State.RUNNING
                                        || clock.state() == ClockView.State.PAUSED)
                .map(
                        clock ->
                                line(
                                        language,
                                        clock.clock().startsWith("ACK")
                                                ? "Acknowledge by"
                                                : "Resolve by",
                                        clock.clock().startsWith("ACK") ? "确认期限" : "解决期限",
                                        time.format(clock.dueAt())
                                                + (clock.late()
                                                        ? language.of(" · **late**", " · **已逾期**")
                                                        : language.of(
                                                                        " · %d %% of the time used",
                                                                        " · 已用时 %d %%")
                                                                .formatted(clock.percentElapsed()))
                                                + (clock.state() == ClockView.State.PAUSED
                                                        ? language.of(" · standing still", " · 已暂停")
                                                        : "")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String reasons(TaskView view, Language language) {
        return bullets(
                view.timeLine().stream()
                        .filter(entry -> !entry.reasons().isEmpty())
                        .map(entry -> reasons(entry, language))
                        .distinct());
    }

    private static String reasons(TimeLineEntry entry, Language language) {
        return "**"
                + plain(language.of(entry.what()))
                + "**: "
                + entry.reasons().stream()
                        .map(language::of)
                        .map(FormWords::plain)
                        .collect(Collectors.joining(language.of("; ", "；")));
    }

    private String history(List<ComplaintRow> rows, Language language) {
        return bullets(
                rows.stream()
                        .limit(LATEST)
                        .map(
                                row ->
                                        "%s · %s · %s · %s: %s"
                                                .formatted(
                                                        row.number(),
                                                        time.format(row.receivedAt()),
                                                        row.severity() == null
                                                                ? NOTHING
                                                                : row.severity(),
                                                        language.of(
                                                                row.status().english(),
                                                                row.status().chinese()),
                                                        plain(row.excerpt()))));
    }

    private String soFar(TaskView view, Language language) {
        return bullets(
                Stream.concat(
                        view.findings().stream().map(finding -> finding(finding, language)),
                        Stream.concat(
                                view.compensations().stream()
                                        .map(compensation -> compensation(compensation, language)),
                                Stream.concat(
                                        view.timeLine().stream()
                                                .filter(entry -> ANSWERED.equals(entry.event()))
                                                .map(entry -> answer(entry, language)),
                                        view.callbacks().stream()
                                                .map(callback -> callback(callback, language))))));
    }

    /** What the guest was told: whoever calls back must know it. */
    private String answer(TimeLineEntry entry, Language language) {
        return "%s · %s · %s: %s"
                .formatted(
                        time.format(entry.at()),
                        plain(entry.by()),
                        language.of(entry.what()),
                        plain(entry.note()));
    }

    private String finding(FindingView finding, Language language) {
        return "%s · %s · %s: %s (%s; %s)"
                .formatted(
                        time.format(finding.at()),
                        plain(finding.by()),
                        language.of(finding.finding().english(), finding.finding().chinese()),
                        plain(finding.account()),
                        language.of(finding.rootCauseEnglish(), finding.rootCauseChinese()),
                        group(finding.answerable(), language));
    }

    private String compensation(CompensationView compensation, Language language) {
        var kinds =
                compensation.kinds().stream()
                        .map(kind -> language.of(kind.english(), kind.chinese()))
                        .collect(Collectors.joining(", "));
        return "%s · %s · %s %s CNY · %s %s"
                .formatted(
                        time.format(compensation.proposedAt()),
                        plain(compensation.proposedBy()),
                        kinds,
                        compensation.amount(),
                        state(compensation.state(), language),
                        plain(compensation.reason()));
    }

    private static String state(CompensationView.State state, Language language) {
        return switch (state) {
            case PROPOSED -> language.of("proposed", "已提出");
            case AWAITING_APPROVAL -> language.of("awaiting approval", "待审批");
            case APPROVED -> language.of("approved", "已批准");
            case REJECTED -> language.of("rejected:", "未批准：");
            case GIVEN -> language.of("given", "已给付");
            case REFUSED_BY_GUEST -> language.of("refused by the guest:", "客人不接受：");
        };
    }

    private String callback(CallbackView callback, Language language) {
        var outcome =
                switch (callback.outcome()) {
                    case SATISFIED -> language.of("satisfied", "满意");
                    case UNSATISFIED -> language.of("not satisfied", "不满意");
                    case TRY_AGAIN, NOT_REACHED -> language.of("not reached", "未联系上");
                };
        return "%s · %s · %s: %s. %s"
                .formatted(
                        time.format(callback.at()),
                        plain(callback.by()),
                        language.of(
                                "call " + callback.attempt(), "第 " + callback.attempt() + " 次回访"),
                        outcome,
                        plain(callback.words()));
    }

    /** Why the handler has it again; empty where it is the first time. */
    private static String rejected(TaskView view, Language language) {
        var compensation = last(view.compensations());
        var refused =
                compensation
                        .filter(
                                latest ->
                                        latest.state() == CompensationView.State.REJECTED
                                                || latest.state()
                                                        == CompensationView.State.REFUSED_BY_GUEST)
                        .map(
                                latest ->
                                        "**"
                                                + (latest.state() == CompensationView.State.REJECTED
                                                        ? language.of(
                                                                "The compensation was rejected.",
                                                                "补偿方案未获批准。")
                                                        : language.of(
                                                                "The guest refused the remedy.",
                                                                "客人不接受补救方案。"))
                                                + "** "
                                                + plain(latest.reason()));
        return refused.orElseGet(
                () ->
                        last(view.callbacks())
                                .filter(callback -> view.complaint().reopenings() > 0)
                                .map(
                                        callback ->
                                                "**"
                                                        + language.of(
                                                                "The guest was not satisfied.",
                                                                "客人不满意。")
                                                        + "** "
                                                        + plain(callback.words()))
                                .orElse(""));
    }

    private String proposal(TaskView view, Language language) {
        return last(view.compensations())
                .map(
                        latest ->
                                paragraphs(
                                        Stream.of(
                                                line(
                                                        language,
                                                        "Proposed",
                                                        "方案",
                                                        compensation(latest, language)),
                                                line(
                                                        language,
                                                        "In words",
                                                        "说明",
                                                        plain(latest.words())),
                                                line(
                                                        language,
                                                        "Ceiling",
                                                        "上限",
                                                        latest.ceiling() == null
                                                                ? ""
                                                                : latest.ceiling() + " CNY"),
                                                latest.flagged()
                                                        ? language.of(
                                                                "**Compensated unusually often.**",
                                                                "**该客户近期获补偿次数异常。**")
                                                        : "")))
                .orElse("");
    }

    private static String rootCauses(TaskView view, Language language) {
        return view.rootCauses().stream()
                .map(cause -> cause.code() + "\t" + language.of(cause.english(), cause.chinese()))
                .collect(Collectors.joining("\n"));
    }

    private String messages(List<GuestMessageView> messages) {
        return messages.stream()
                .map(message -> time.format(message.at()) + "  " + message.text())
                .collect(Collectors.joining("\n\n"));
    }

    /** The forms of {@code corrective-action}. */
    Map<String, @Nullable Object> correctiveAction(CorrectiveActionView view) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            shown.put("caseText" + suffix(language), cut(correctiveText(view, language)));
            shown.put(
                    "verdict" + suffix(language),
                    view.round() > 1 && !view.verdict().isEmpty()
                            ? "**"
                                    + language.of("The last measure had no effect.", "上次措施未见成效。")
                                    + "** "
                                    + cut(plain(view.verdict()))
                            : "");
        }
        shown.put("cause", cut(view.cause()));
        shown.put("measure", cut(view.measure()));
        return shown;
    }

    private String correctiveText(CorrectiveActionView view, Language language) {
        return paragraphs(
                Stream.of(
                        "**%s** · %s · %s %d"
                                .formatted(
                                        view.number(),
                                        language.of(
                                                view.rootCauseEnglish(), view.rootCauseChinese()),
                                        language.of("round", "轮次"),
                                        view.round()),
                        line(
                                language,
                                "Department answerable",
                                "责任部门",
                                group(view.answerable(), language)),
                        line(
                                language,
                                "Complaints",
                                "相关投诉",
                                view.complaints().stream()
                                        .limit(LATEST)
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))),
                        line(language, "State by", "说明期限", at(view.dueAt())),
                        line(language, "Verify from", "验证时间", at(view.verifyAt())),
                        line(language, "Stated by", "说明人", plain(view.statedBy()))));
    }

    private String at(@Nullable Instant moment) {
        return moment == null ? "" : time.format(moment);
    }

    private static String group(@Nullable Group group, Language language) {
        return group == null ? NOTHING : language.of(group.english(), group.chinese());
    }
}
