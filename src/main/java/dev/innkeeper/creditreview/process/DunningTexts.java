package dev.innkeeper.creditreview.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.cut;
import static dev.innkeeper.workflow.FormWords.last;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;
import static dev.innkeeper.workflow.FormWords.suffix;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Language;
import dev.innkeeper.creditreview.DunningAction;
import dev.innkeeper.creditreview.DunningTaskView;
import dev.innkeeper.customer.OverdueInvoice;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of dunning show, in words. */
@Component
class DunningTexts {

    private final DateTimeFormatter minute;

    DunningTexts(CasefileProperties properties) {
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(properties.zone());
    }

    Map<String, @Nullable Object> dunning(DunningTaskView view) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            var suffix = suffix(language);
            shown.put("caseText" + suffix, cut(caseText(view, language)));
            shown.put("contactText" + suffix, cut(contact(view, language)));
            shown.put("invoices" + suffix, cut(invoices(view.debt().invoices(), language)));
            shown.put("earlier" + suffix, cut(earlier(view.actions(), language)));
            shown.put("reasons" + suffix, cut(reasons(view.timeLine(), language)));
            shown.put("soFar" + suffix, cut(soFar(view.timeLine(), language)));
        }
        shown.put("creditHold", view.customer().creditHold());
        return shown;
    }

    private static String caseText(DunningTaskView view, Language language) {
        var dunning = view.dunning();
        var debt = view.debt();
        return paragraphs(
                Stream.of(
                        "**%s** · %s · %s"
                                .formatted(
                                        dunning.number(),
                                        plain(name(view)),
                                        language.of(dunning.stage())),
                        line(
                                language,
                                "Overdue",
                                "逾期",
                                language.of(
                                                "**%s CNY**, the oldest invoice for **%d days**",
                                                "**%s元**，最早一笔已逾期**%d天**")
                                        .formatted(debt.overdue(), debt.oldestDaysOverdue())),
                        debt.disputed().isZero()
                                ? ""
                                : line(
                                        language,
                                        "Besides, disputed",
                                        "另有争议",
                                        debt.disputed() + language.of(" CNY", "元")),
                        line(
                                language,
                                "Promised to pay until",
                                "承诺付款日",
                                dunning.promisedUntil() == null
                                        ? ""
                                        : dunning.promisedUntil().toString()),
                        line(
                                language,
                                "Credit",
                                "信用",
                                view.customer().creditHold()
                                        ? language.of("on hold", "已冻结")
                                        : language.of("not on hold", "未冻结"))));
    }

    private static String name(DunningTaskView view) {
        var contact = view.customer().contact();
        return Stream.of(contact.company(), contact.name(), view.customer().id())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String contact(DunningTaskView view, Language language) {
        var contact = view.customer().contact();
        return paragraphs(
                Stream.of(
                        line(language, "Customer", "客户编号", view.customer().id()),
                        line(language, "Company", "公司", plain(contact.company())),
                        line(language, "Name", "姓名", plain(contact.name())),
                        line(language, "Phone", "电话", plain(contact.phone())),
                        line(language, "E-mail", "电子邮箱", plain(contact.email())),
                        line(language, "WeChat", "微信", plain(contact.weChat()))));
    }

    private static String invoices(List<OverdueInvoice> invoices, Language language) {
        return bullets(
                invoices.stream()
                        .map(
                                invoice ->
                                        language.of(
                                                        "%s · due %s, %d days ago · %s CNY open%s",
                                                        "%s · 到期日%s，已逾期%d天 · 未付%s元%s")
                                                .formatted(
                                                        plain(invoice.number()),
                                                        invoice.dueOn(),
                                                        invoice.daysOverdue(),
                                                        invoice.open(),
                                                        invoice.disputed()
                                                                ? language.of(
                                                                        " · **disputed**",
                                                                        " · **有争议**")
                                                                : "")));
    }

    private String earlier(List<DunningAction> actions, Language language) {
        return bullets(actions.stream().map(action -> earlier(action, language)));
    }

    private String earlier(DunningAction action, Language language) {
        return Stream.of(
                        minute.format(action.at()),
                        action.dunning().value(),
                        language.of(action.kind()),
                        action.overdue() + language.of(" CNY", "元"),
                        reached(action, language),
                        action.promisedUntil() == null
                                ? ""
                                : language.of("promised until ", "承诺付款日") + action.promisedUntil(),
                        plain(action.reference()),
                        plain(action.words()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String reached(DunningAction action, Language language) {
        if (action.reached() == null) {
            return "";
        }
        return action.reached()
                ? language.of("reached", "已联系上")
                : language.of("not reached", "未联系上");
    }

    private static String reasons(List<TimeLineEntry> timeLine, Language language) {
        return last(timeLine.stream()
                        .filter(entry -> "DUNNING_JUDGED".equals(entry.event()))
                        .toList())
                .map(
                        entry ->
                                bullets(
                                        entry.reasons().stream()
                                                .map(language::of)
                                                .map(reason -> plain(reason))))
                .orElse("");
    }

    private String soFar(List<TimeLineEntry> timeLine, Language language) {
        return bullets(
                timeLine.stream()
                        .map(
                                entry ->
                                        "%s · %s · %s"
                                                        .formatted(
                                                                minute.format(entry.at()),
                                                                plain(entry.by()),
                                                                plain(language.of(entry.what())))
                                                + (entry.note().isEmpty()
                                                        ? ""
                                                        : ": "
                                                                + plain(
                                                                        language.of(
                                                                                entry.note())))));
    }
}
