package dev.innkeeper.complaint.process;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.ClockView;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.CallbackView;
import dev.innkeeper.complaint.CompensationView;
import dev.innkeeper.complaint.ComplaintRow;
import dev.innkeeper.complaint.CorrectiveActionView;
import dev.innkeeper.complaint.FindingView;
import dev.innkeeper.complaint.GuestMessageView;
import dev.innkeeper.complaint.TaskView;
import dev.innkeeper.complaint.facts.RemedyKind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What forms show of a case, in words. Every text is there in both languages, under a name and the
 * same name with {@code Zh}; which one is shown the form says in its own translation. Texts are
 * Markdown, in which nothing that a person wrote can be a tag or a link.
 */
@Component
class FormTexts {

    /** Texts longer than this are cut: a form is no place to read a book. */
    private static final int LONGEST = 8000;

    private static final int LONGEST_LINE = 300;
    private static final int LATEST = 10;
    private static final String BETWEEN = " | ";
    private static final String NOTHING = "–";

    /** The entry of the time line that keeps what the guest was told. */
    private static final String ANSWERED = "GUEST_ANSWERED";

    private final DateTimeFormatter time;

    FormTexts(CasefileProperties properties) {
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(properties.zone());
    }

    /** The two languages of the house. */
    private enum Tongue {
        ENGLISH(""),
        CHINESE("Zh");

        private final String suffix;

        Tongue(String suffix) {
            this.suffix = suffix;
        }

        String of(String english, String chinese) {
            return this == ENGLISH ? english : chinese;
        }

        /** The half of a text in both languages. */
        String of(String both) {
            var at = both.indexOf(BETWEEN);
            if (at < 0) {
                return both;
            }
            return this == ENGLISH ? both.substring(0, at) : both.substring(at + BETWEEN.length());
        }
    }

    /** The forms of {@code complaint-handling}. */
    Map<String, @Nullable Object> complaint(TaskView view) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var tongue : Tongue.values()) {
            shown.put("caseText" + tongue.suffix, cut(caseText(view, tongue)));
            shown.put("reasons" + tongue.suffix, cut(reasons(view, tongue)));
            shown.put("history" + tongue.suffix, cut(history(view.history(), tongue)));
            shown.put("soFar" + tongue.suffix, cut(soFar(view, tongue)));
            shown.put("rejected" + tongue.suffix, cut(rejected(view, tongue)));
            shown.put("proposal" + tongue.suffix, cut(proposal(view, tongue)));
            shown.put("rootCauses" + tongue.suffix, rootCauses(view, tongue));
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

    private String caseText(TaskView view, Tongue tongue) {
        var complaint = view.complaint();
        var lines =
                Stream.of(
                        "**%s** · %s · %s · %s"
                                .formatted(
                                        complaint.number(),
                                        complaint.severity() == null
                                                ? NOTHING
                                                : tongue.of(
                                                        complaint.severity().english(),
                                                        complaint.severity().chinese()),
                                        complaint.category() == null
                                                ? NOTHING
                                                : tongue.of(
                                                        complaint.category().english(),
                                                        complaint.category().chinese()),
                                        tongue.of(
                                                complaint.status().english(),
                                                complaint.status().chinese())),
                        line(tongue, "Guest", "客人", guest(view, tongue)),
                        line(
                                tongue,
                                "Received",
                                "收到",
                                time.format(complaint.receivedAt())
                                        + " · "
                                        + tongue.of(
                                                complaint.channel().english(),
                                                complaint.channel().chinese())
                                        + (complaint.inHouse()
                                                ? tongue.of(" · in house", " · 在店")
                                                : "")),
                        line(
                                tongue,
                                "Stay, room or event",
                                "入住、房间或活动",
                                plain(complaint.reference())),
                        line(tongue, "Checks out", "离店时间", at(complaint.checkOutAt())),
                        line(tongue, "Asks for", "客人诉求", plain(complaint.remedySought())),
                        line(
                                tongue,
                                "Amount in dispute",
                                "争议金额",
                                complaint.amountInDispute().isZero()
                                        ? ""
                                        : complaint.amountInDispute() + " CNY"),
                        line(
                                tongue,
                                "Owner",
                                "负责部门",
                                group(complaint.ownerGroup(), tongue)
                                        + tongue.of(" · level ", " · 级别 ")
                                        + complaint.level()
                                        + (complaint.reopenings() > 0
                                                ? tongue.of(" · times reopened: ", " · 重新处理次数：")
                                                        + complaint.reopenings()
                                                : "")),
                        deadlines(view.clocks(), tongue));
        return paragraphs(lines);
    }

    private String guest(TaskView view, Tongue tongue) {
        var customer = view.customer();
        if (customer == null) {
            return plain(named(view.complaint().contact()))
                    .transform(name -> name.isEmpty() ? tongue.of("anonymous", "匿名") : name);
        }
        return "%s · %s · %s"
                .formatted(
                        plain(named(customer.contact())),
                        tongue.of(customer.tier().english(), customer.tier().chinese()),
                        tongue.of(
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

    private String deadlines(List<ClockView> clocks, Tongue tongue) {
        return clocks.stream()
                .filter(
                        clock ->
                                clock.state() == ClockView.State.RUNNING
                                        || clock.state() == ClockView.State.PAUSED)
                .map(
                        clock ->
                                line(
                                        tongue,
                                        clock.clock().startsWith("ACK")
                                                ? "Acknowledge by"
                                                : "Resolve by",
                                        clock.clock().startsWith("ACK") ? "确认期限" : "解决期限",
                                        time.format(clock.dueAt())
                                                + (clock.late()
                                                        ? tongue.of(" · **late**", " · **已逾期**")
                                                        : tongue.of(
                                                                        " · %d %% of the time used",
                                                                        " · 已用时 %d %%")
                                                                .formatted(clock.percentElapsed()))
                                                + (clock.state() == ClockView.State.PAUSED
                                                        ? tongue.of(" · standing still", " · 已暂停")
                                                        : "")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String reasons(TaskView view, Tongue tongue) {
        return bullets(
                view.timeLine().stream()
                        .filter(entry -> !entry.reasons().isEmpty())
                        .map(entry -> reasons(entry, tongue))
                        .distinct());
    }

    private static String reasons(TimeLineEntry entry, Tongue tongue) {
        return "**"
                + plain(tongue.of(entry.what()))
                + "**: "
                + entry.reasons().stream()
                        .map(tongue::of)
                        .map(FormTexts::plain)
                        .collect(Collectors.joining(tongue.of("; ", "；")));
    }

    private String history(List<ComplaintRow> rows, Tongue tongue) {
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
                                                        tongue.of(
                                                                row.status().english(),
                                                                row.status().chinese()),
                                                        plain(row.excerpt()))));
    }

    private String soFar(TaskView view, Tongue tongue) {
        return bullets(
                Stream.concat(
                        view.findings().stream().map(finding -> finding(finding, tongue)),
                        Stream.concat(
                                view.compensations().stream()
                                        .map(compensation -> compensation(compensation, tongue)),
                                Stream.concat(
                                        view.timeLine().stream()
                                                .filter(entry -> ANSWERED.equals(entry.event()))
                                                .map(entry -> answer(entry, tongue)),
                                        view.callbacks().stream()
                                                .map(callback -> callback(callback, tongue))))));
    }

    /** What the guest was told: whoever calls back must know it. */
    private String answer(TimeLineEntry entry, Tongue tongue) {
        return "%s · %s · %s: %s"
                .formatted(
                        time.format(entry.at()),
                        plain(entry.by()),
                        tongue.of(entry.what()),
                        plain(entry.note()));
    }

    private String finding(FindingView finding, Tongue tongue) {
        return "%s · %s · %s: %s (%s; %s)"
                .formatted(
                        time.format(finding.at()),
                        plain(finding.by()),
                        tongue.of(finding.finding().english(), finding.finding().chinese()),
                        plain(finding.account()),
                        tongue.of(finding.rootCauseEnglish(), finding.rootCauseChinese()),
                        group(finding.answerable(), tongue));
    }

    private String compensation(CompensationView compensation, Tongue tongue) {
        var kinds =
                compensation.kinds().stream()
                        .map(kind -> tongue.of(kind.english(), kind.chinese()))
                        .collect(Collectors.joining(", "));
        return "%s · %s · %s %s CNY · %s %s"
                .formatted(
                        time.format(compensation.proposedAt()),
                        plain(compensation.proposedBy()),
                        kinds,
                        compensation.amount(),
                        state(compensation.state(), tongue),
                        plain(compensation.reason()));
    }

    private static String state(CompensationView.State state, Tongue tongue) {
        return switch (state) {
            case PROPOSED -> tongue.of("proposed", "已提出");
            case AWAITING_APPROVAL -> tongue.of("awaiting approval", "待审批");
            case APPROVED -> tongue.of("approved", "已批准");
            case REJECTED -> tongue.of("rejected:", "未批准：");
            case GIVEN -> tongue.of("given", "已给付");
            case REFUSED_BY_GUEST -> tongue.of("refused by the guest:", "客人不接受：");
        };
    }

    private String callback(CallbackView callback, Tongue tongue) {
        var outcome =
                switch (callback.outcome()) {
                    case SATISFIED -> tongue.of("satisfied", "满意");
                    case UNSATISFIED -> tongue.of("not satisfied", "不满意");
                    case TRY_AGAIN, NOT_REACHED -> tongue.of("not reached", "未联系上");
                };
        return "%s · %s · %s: %s. %s"
                .formatted(
                        time.format(callback.at()),
                        plain(callback.by()),
                        tongue.of("call " + callback.attempt(), "第 " + callback.attempt() + " 次回访"),
                        outcome,
                        plain(callback.words()));
    }

    /** Why the handler has it again; empty where it is the first time. */
    private static String rejected(TaskView view, Tongue tongue) {
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
                                                        ? tongue.of(
                                                                "The compensation was rejected.",
                                                                "补偿方案未获批准。")
                                                        : tongue.of(
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
                                                        + tongue.of(
                                                                "The guest was not satisfied.",
                                                                "客人不满意。")
                                                        + "** "
                                                        + plain(callback.words()))
                                .orElse(""));
    }

    private String proposal(TaskView view, Tongue tongue) {
        return last(view.compensations())
                .map(
                        latest ->
                                paragraphs(
                                        Stream.of(
                                                line(
                                                        tongue,
                                                        "Proposed",
                                                        "方案",
                                                        compensation(latest, tongue)),
                                                line(
                                                        tongue,
                                                        "In words",
                                                        "说明",
                                                        plain(latest.words())),
                                                line(
                                                        tongue,
                                                        "Ceiling",
                                                        "上限",
                                                        latest.ceiling() == null
                                                                ? ""
                                                                : latest.ceiling() + " CNY"),
                                                latest.flagged()
                                                        ? tongue.of(
                                                                "**Compensated unusually often.**",
                                                                "**该客户近期获补偿次数异常。**")
                                                        : "")))
                .orElse("");
    }

    private static String rootCauses(TaskView view, Tongue tongue) {
        return view.rootCauses().stream()
                .map(cause -> cause.code() + "\t" + tongue.of(cause.english(), cause.chinese()))
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
        for (var tongue : Tongue.values()) {
            shown.put("caseText" + tongue.suffix, cut(correctiveText(view, tongue)));
            shown.put(
                    "verdict" + tongue.suffix,
                    view.round() > 1 && !view.verdict().isEmpty()
                            ? "**"
                                    + tongue.of("The last measure had no effect.", "上次措施未见成效。")
                                    + "** "
                                    + cut(plain(view.verdict()))
                            : "");
        }
        shown.put("cause", cut(view.cause()));
        shown.put("measure", cut(view.measure()));
        return shown;
    }

    private String correctiveText(CorrectiveActionView view, Tongue tongue) {
        return paragraphs(
                Stream.of(
                        "**%s** · %s · %s %d"
                                .formatted(
                                        view.number(),
                                        tongue.of(view.rootCauseEnglish(), view.rootCauseChinese()),
                                        tongue.of("round", "轮次"),
                                        view.round()),
                        line(
                                tongue,
                                "Department answerable",
                                "责任部门",
                                group(view.answerable(), tongue)),
                        line(
                                tongue,
                                "Complaints",
                                "相关投诉",
                                view.complaints().stream()
                                        .limit(LATEST)
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))),
                        line(tongue, "State by", "说明期限", at(view.dueAt())),
                        line(tongue, "Verify from", "验证时间", at(view.verifyAt())),
                        line(tongue, "Stated by", "说明人", plain(view.statedBy()))));
    }

    private String at(@Nullable Instant moment) {
        return moment == null ? "" : time.format(moment);
    }

    private static String group(@Nullable Group group, Tongue tongue) {
        return group == null ? NOTHING : tongue.of(group.english(), group.chinese());
    }

    private static String line(Tongue tongue, String english, String chinese, String value) {
        return value.isBlank() ? "" : tongue.of(english + ": ", chinese + "：") + value;
    }

    private static String paragraphs(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String bullets(Stream<String> lines) {
        return lines.map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    /** A person's words as words: nothing in them is Markdown or a tag. */
    private static String plain(@Nullable String words) {
        if (words == null) {
            return "";
        }
        var text = new StringBuilder();
        shorten(words, LONGEST_LINE)
                .strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(
                        point -> {
                            if ("&<>*_`~[]()#!|\\{}\"'@.:/".indexOf(point) >= 0) {
                                text.append("&#").append(point).append(';');
                            } else {
                                text.appendCodePoint(point);
                            }
                        });
        return text.toString();
    }

    private static String cut(String text) {
        return shorten(text, LONGEST);
    }

    /** Never between the two halves of a character outside of the basic plane. */
    private static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
