package dev.innkeeper.customer.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.cut;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;
import static dev.innkeeper.workflow.FormWords.suffix;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.customer.CareFigures;
import dev.innkeeper.customer.CareReason;
import dev.innkeeper.customer.CareTaskView;
import dev.innkeeper.customer.CareView;
import dev.innkeeper.customer.CustomerView;
import dev.innkeeper.customer.facts.OfferKind;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of {@code customer-care} show, in words. */
@Component
class CareTexts {

    private final ZoneId zone;

    CareTexts(CasefileProperties properties) {
        this.zone = properties.zone();
    }

    Map<String, @Nullable Object> of(CareTaskView task, String taskKey) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            var end = suffix(language);
            shown.put("careText" + end, cut(care(task, language)));
            shown.put("contactText" + end, contact(task.customer().contact(), language));
            shown.put("figuresText" + end, figures(task, language));
            shown.put("courseText" + end, cut(course(task.timeLine(), language)));
            if (taskKey.equals(CareTasks.CALL)) {
                shown.put("earlierText" + end, cut(earlier(task, language)));
                shown.put("reasons" + end, reasons(task.reasons(), language));
            } else {
                shown.put("reasonText" + end, reason(task, language));
                shown.put("offerText" + end, offer(task.care(), language));
            }
        }
        if (taskKey.equals(CareTasks.OFFER)) {
            shown.put("visited", task.care().offer() == OfferKind.VISIT_AND_NIGHT ? "yes" : "no");
        }
        return shown;
    }

    private String care(CareTaskView task, Language language) {
        var care = task.care();
        return paragraphs(
                Stream.of(
                        "**%s** · %s · %s"
                                .formatted(
                                        care.number(),
                                        language.of(care.cause()),
                                        name(task.customer(), language)),
                        line(language, "Asked for", "发起说明", plain(care.words())),
                        care.attempts() == 0
                                ? ""
                                : line(
                                        language,
                                        "Calls so far",
                                        "已致电次数",
                                        Integer.toString(care.attempts()))));
    }

    private static String name(CustomerView customer, Language language) {
        var contact = customer.contact();
        return Stream.of(contact.name(), contact.company())
                .filter(Objects::nonNull)
                .map(said -> plain(said))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(" · "),
                                said ->
                                        (said.isEmpty() ? customer.id() : said)
                                                + " · "
                                                + language.of(customer.tier())));
    }

    private static String contact(Contact contact, Language language) {
        return bullets(
                Stream.of(
                                line(language, "Phone", "电话", plain(contact.phone())),
                                line(language, "E-mail", "电子邮箱", plain(contact.email())),
                                line(language, "WeChat", "微信", plain(contact.weChat())))
                        .filter(said -> !said.isEmpty()));
    }

    private static String figures(CareTaskView task, Language language) {
        CareFigures known = task.figures();
        CustomerView customer = task.customer();
        var satisfied = customer.lastSatisfied();
        return bullets(
                Stream.of(
                                line(
                                        language,
                                        "Last visit",
                                        "最近光临",
                                        known.lastVisitOn() == null
                                                ? language.of("none known", "无记录")
                                                : known.lastVisitOn().toString()),
                                line(
                                        language,
                                        "Visits of the last 30 days / 12 months",
                                        "近30天／12个月光临次数",
                                        known.visitsLast30() + " / " + known.visitsLast365()),
                                line(
                                        language,
                                        "Spend of the last 12 months",
                                        "近12个月消费",
                                        yuan(known.spendLast365(), language)),
                                line(
                                        language,
                                        "Life-time value",
                                        "终身价值",
                                        yuan(known.lifeTimeValue(), language)),
                                line(
                                        language,
                                        "Complaints, of these open",
                                        "投诉次数（其中处理中）",
                                        "%d (%d)"
                                                .formatted(
                                                        customer.complaints(),
                                                        customer.openComplaints())),
                                satisfied == null
                                        ? ""
                                        : line(
                                                language,
                                                "Satisfied at the last callback",
                                                "最近一次回访是否满意",
                                                satisfied
                                                        ? language.of("yes", "是")
                                                        : language.of("**no**", "**否**")))
                        .filter(said -> !said.isEmpty()));
    }

    private String earlier(CareTaskView task, Language language) {
        return bullets(task.earlier().stream().map(care -> earlier(task, care, language)));
    }

    private String earlier(CareTaskView task, CareView care, Language language) {
        var outcome = care.outcome();
        return Stream.of(
                        care.openedAt().atZone(zone).toLocalDate().toString(),
                        language.of(care.cause()),
                        outcome == null ? language.of(care.state()) : language.of(outcome),
                        care.reason() == null ? "" : language.of(task.reason(care.reason())),
                        plain(care.reasonWords()))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String reason(CareTaskView task, Language language) {
        var care = task.care();
        var code = care.reason();
        return code == null
                ? ""
                : paragraphs(
                        Stream.of(
                                "**" + language.of(task.reason(code)) + "**",
                                plain(care.reasonWords())));
    }

    private String offer(CareView care, Language language) {
        return bullets(
                Stream.of(
                                "**" + language.of(care.offer()) + "**",
                                line(language, "Worth", "价值", yuan(care.worth(), language)),
                                line(language, "Voucher", "券码", plain(care.voucher())),
                                line(
                                        language,
                                        "Visit on",
                                        "拜访日期",
                                        care.visitOn() == null ? "" : care.visitOn().toString()),
                                line(language, "Said", "说明", plain(care.offerWords())),
                                line(
                                        language,
                                        "Open until",
                                        "答复期限",
                                        care.answerUntil() == null
                                                ? ""
                                                : Phrase.of(care.answerUntil(), zone)))
                        .filter(said -> !said.isEmpty()));
    }

    private String course(List<TimeLineEntry> entries, Language language) {
        return bullets(entries.stream().map(entry -> happened(entry, language)));
    }

    private String happened(TimeLineEntry entry, Language language) {
        var what =
                "%s · %s · %s"
                        .formatted(
                                Phrase.of(entry.at(), zone),
                                plain(entry.by()),
                                plain(language.of(entry.what())));
        return entry.note().isBlank() ? what : what + language.of(": ", "：") + plain(entry.note());
    }

    private static String yuan(Money amount, Language language) {
        return amount + language.of(" CNY", " 元");
    }

    /** The options of a list: code, tab, label. */
    private static String reasons(List<CareReason> reasons, Language language) {
        return reasons.stream()
                .map(reason -> reason.code() + "\t" + language.of(reason))
                .collect(Collectors.joining("\n"));
    }
}
