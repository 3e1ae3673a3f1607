package dev.innkeeper.creditreview.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.cut;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;
import static dev.innkeeper.workflow.FormWords.suffix;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.ComplaintRow;
import dev.innkeeper.creditreview.CreditEvent;
import dev.innkeeper.creditreview.CreditFigures;
import dev.innkeeper.creditreview.CreditReviewFile;
import dev.innkeeper.creditreview.CreditTerms;
import dev.innkeeper.creditreview.facts.FactorShare;
import dev.innkeeper.keyaccount.DealRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of credit reviews show, in words. */
@Component
class CreditReviewTexts {

    private static final Set<String> JUDGED =
            Set.of("CREDIT_SCORED", "TERMS_PROPOSED", "APPROVER_DECIDED");

    private final DateTimeFormatter minute;
    private final DateTimeFormatter day;

    CreditReviewTexts(CasefileProperties properties) {
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(properties.zone());
        this.day = DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(properties.zone());
    }

    /** The forms of {@code credit-review}; those who assess are not told what others said. */
    Map<String, @Nullable Object> of(CreditReviewFile file, String taskKey) {
        var assesses =
                taskKey.equals(CreditReviewTasks.ASSESS_COMPANY)
                        || taskKey.equals(CreditReviewTasks.ASSESS_FINANCES);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            var end = suffix(language);
            shown.put("caseText" + end, cut(caseText(file, language)));
            shown.put("whyText" + end, cut(why(file.events(), language)));
            shown.put("returnedText" + end, returned(file, language));
            shown.put("figuresText" + end, cut(figures(file.review().figures(), language)));
            shown.put("beforeText" + end, terms(file.before(), language));
            shown.put("complaintsText" + end, cut(complaints(file.complaints(), language)));
            shown.put("dealsText" + end, cut(deals(file.deals(), language)));
            if (!assesses) {
                shown.put("factorsText" + end, cut(factors(file.factors(), language)));
                shown.put("wordsText" + end, cut(words(file, language)));
                shown.put("proposalText" + end, proposal(file, language));
                shown.put("reasonsText" + end, cut(reasons(file.timeLine(), language)));
            }
            shown.put("soFar" + end, cut(soFar(file.timeLine(), language)));
        }
        if (taskKey.equals(CreditReviewTasks.ASSESS_COMPANY)) {
            prefillCompany(file, shown);
        } else if (taskKey.equals(CreditReviewTasks.ASSESS_FINANCES)) {
            prefillFinances(file, shown);
        }
        return shown;
    }

    private static void prefillCompany(CreditReviewFile file, Map<String, @Nullable Object> shown) {
        var company = file.review().company();
        shown.put("company", company == null ? null : company.company());
        shown.put("market", company == null ? null : company.market());
        shown.put("economy", company == null ? null : company.economy());
        shown.put("companyWords", company == null ? "" : cut(company.companyWords()));
    }

    private static void prefillFinances(
            CreditReviewFile file, Map<String, @Nullable Object> shown) {
        var finances = file.review().finances();
        shown.put("finances", finances == null ? null : finances.finances());
        shown.put("guarantees", finances == null ? null : finances.guarantees());
        var planned = finances == null ? null : finances.plannedSpend();
        var spend = planned == null ? file.plannedByDeals() : planned;
        shown.put("plannedSpend", spend.isZero() ? null : spend.toString());
        shown.put("financesWords", finances == null ? "" : cut(finances.financesWords()));
        var override = finances == null ? null : finances.scoreOverride();
        shown.put("overrides", override != null);
        shown.put("scoreOverride", override);
        shown.put("overrideReason", finances == null ? "" : cut(finances.overrideReason()));
    }

    private String caseText(CreditReviewFile file, Language language) {
        var review = file.review();
        var contact = file.customer().contact();
        var name = contact.company() != null ? contact.company() : contact.name();
        var tier = review.tier();
        return paragraphs(
                Stream.of(
                        "**%s** · %s%s"
                                .formatted(
                                        review.number(),
                                        review.customerId(),
                                        name == null ? "" : " · **" + plain(name) + "**"),
                        line(language, "Tier", "客户类别", tier == null ? "" : language.of(tier)),
                        line(language, "Figures as of", "数据截至", review.asOf().toString()),
                        file.standing().hold()
                                ? language.of("**On hold**: ", "**信用已冻结**：")
                                        + plain(file.standing().holdReason())
                                : ""));
    }

    private String why(List<CreditEvent> events, Language language) {
        return bullets(
                events.stream()
                        .map(
                                event ->
                                        "%s · %s%s"
                                                .formatted(
                                                        day.format(event.at()),
                                                        language.of(event.cause()),
                                                        event.words().isEmpty()
                                                                ? ""
                                                                : language.of(": ", "：")
                                                                        + plain(
                                                                                language.of(
                                                                                        event
                                                                                                .words())))));
    }

    private String returned(CreditReviewFile file, Language language) {
        return file.timeLine().stream()
                .filter(entry -> entry.event().equals("TERMS_RETURNED"))
                .reduce((first, second) -> second)
                .map(
                        entry ->
                                "**"
                                        + language.of("Given back to be assessed again", "退回重新评估")
                                        + "** ("
                                        + plain(entry.by())
                                        + ")"
                                        + language.of(": ", "：")
                                        + plain(entry.note()))
                .orElse("");
    }

    private static String figures(@Nullable CreditFigures figures, Language language) {
        if (figures == null) {
            return "";
        }
        return bullets(
                Stream.of(
                        line(
                                language,
                                "Invoiced in 12 months",
                                "12个月开票额",
                                yuan(figures.turnover(), language)
                                        + language.of(", a month ", "，月均")
                                        + yuan(figures.monthlySpend(), language)),
                        line(
                                language,
                                "Pays late by",
                                "平均逾期",
                                language.of(
                                        "%s days on average, %d at worst"
                                                .formatted(
                                                        number(figures.averageDaysLate()),
                                                        figures.worstDaysLate()),
                                        "%s天，最长%d天"
                                                .formatted(
                                                        number(figures.averageDaysLate()),
                                                        figures.worstDaysLate()))),
                        line(
                                language,
                                "Open",
                                "未付余额",
                                yuan(figures.openBalance(), language) + use(figures, language)),
                        line(
                                language,
                                "Overdue",
                                "逾期金额",
                                yuan(figures.overdue(), language)
                                        + (figures.oldestDaysOverdue() == 0
                                                ? ""
                                                : language.of(
                                                        ", the oldest for %d days"
                                                                .formatted(
                                                                        figures
                                                                                .oldestDaysOverdue()),
                                                        "，最长%d天"
                                                                .formatted(
                                                                        figures
                                                                                .oldestDaysOverdue())))),
                        line(language, "Disputed", "争议占比", number(figures.disputedShare()) + " %"),
                        line(
                                language,
                                "Days of sales outstanding",
                                "应收账款周转天数",
                                number(figures.dso()))));
    }

    private static String use(CreditFigures figures, Language language) {
        var use = figures.limitUse();
        return use == null
                ? ""
                : language.of(
                        ", %s %% of the limit".formatted(number(use)),
                        "，占额度%s%%".formatted(number(use)));
    }

    private static String terms(@Nullable CreditTerms terms, Language language) {
        if (terms == null) {
            return language.of("None: this is the first review.", "无：首次核查。");
        }
        return "%s · %s %d · %s %s"
                .formatted(
                        terms(terms.cashOnly(), terms.limit(), terms.termDays(), language),
                        language.of("score", "评分"),
                        terms.score(),
                        language.of("since", "自"),
                        terms.effectiveFrom());
    }

    private static String terms(boolean cashOnly, Money limit, int termDays, Language language) {
        return cashOnly
                ? language.of("**cash only**", "**仅限现金**")
                : language.of(
                        "limit **%s**, %d days".formatted(yuan(limit, language), termDays),
                        "额度**%s**，账期%d天".formatted(yuan(limit, language), termDays));
    }

    private static String factors(List<FactorShare> factors, Language language) {
        return factors.isEmpty()
                ? ""
                : factors.stream()
                        .map(
                                share ->
                                        "| %s | %s | %d %% | %s |"
                                                .formatted(
                                                        language.of(share.factor()),
                                                        number(share.points()),
                                                        share.weight(),
                                                        number(share.contribution())))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        language.of(
                                                        "| Factor | Points | Weight | Brings |\n",
                                                        "| 因素 | 得分 | 权重 | 贡献分 |\n")
                                                + "|---|---|---|---|\n",
                                        ""));
    }

    private static String words(CreditReviewFile file, Language language) {
        var company = file.review().company();
        var finances = file.review().finances();
        return paragraphs(
                Stream.of(
                        company == null
                                ? ""
                                : line(
                                        language,
                                        "Customer information ("
                                                + plain(file.review().companyBy())
                                                + ")",
                                        "客户信息部（" + plain(file.review().companyBy()) + "）",
                                        plain(company.companyWords())),
                        finances == null
                                ? ""
                                : line(
                                        language,
                                        "Finance (" + plain(file.review().financesBy()) + ")",
                                        "财务部（" + plain(file.review().financesBy()) + "）",
                                        plain(finances.financesWords())),
                        finances == null || finances.scoreOverride() == null
                                ? ""
                                : language.of("**Score overridden: %d**. ", "**评分人工调整为%d**。")
                                                .formatted(finances.scoreOverride())
                                        + plain(finances.overrideReason())));
    }

    private static String proposal(CreditReviewFile file, Language language) {
        var proposal = file.review().proposal();
        if (proposal == null) {
            return "";
        }
        return "%s · %s %d · %s · %s"
                .formatted(
                        terms(
                                proposal.cashOnly(),
                                proposal.newLimit(),
                                proposal.termDays(),
                                language),
                        language.of("score", "评分"),
                        file.review().score(),
                        language.of(proposal.band()),
                        language.of(proposal.movement()));
    }

    private static String reasons(List<TimeLineEntry> timeLine, Language language) {
        var last = new LinkedHashMap<String, TimeLineEntry>();
        timeLine.stream()
                .filter(entry -> JUDGED.contains(entry.event()))
                .forEach(entry -> last.put(entry.event(), entry));
        return bullets(
                last.values().stream()
                        .map(
                                entry ->
                                        "**"
                                                + plain(language.of(entry.what()))
                                                + "**"
                                                + language.of(": ", "：")
                                                + entry.reasons().stream()
                                                        .map(language::of)
                                                        .map(reason -> plain(reason))
                                                        .collect(
                                                                Collectors.joining(
                                                                        language.of("; ", "；")))));
    }

    private String complaints(List<ComplaintRow> complaints, Language language) {
        return bullets(
                complaints.stream()
                        .map(
                                row ->
                                        "%s · %s · %s · %s · %s"
                                                .formatted(
                                                        day.format(row.receivedAt()),
                                                        row.number(),
                                                        row.category() == null
                                                                ? "–"
                                                                : language.of(row.category()),
                                                        language.of(row.status()),
                                                        plain(row.excerpt()))));
    }

    private String deals(List<DealRow> deals, Language language) {
        return bullets(
                deals.stream()
                        .map(
                                row ->
                                        "%s · %s · %s · %s · %s"
                                                .formatted(
                                                        day.format(row.registeredAt()),
                                                        row.number(),
                                                        plain(row.product()),
                                                        language.of(row.stage()),
                                                        yuan(row.value(), language))));
    }

    private String soFar(List<TimeLineEntry> timeLine, Language language) {
        return bullets(
                timeLine.stream()
                        .map(
                                entry ->
                                        "%s · %s · %s%s"
                                                .formatted(
                                                        at(entry.at()),
                                                        plain(entry.by()),
                                                        plain(language.of(entry.what())),
                                                        entry.note().isEmpty()
                                                                ? ""
                                                                : language.of(": ", "：")
                                                                        + plain(
                                                                                language.of(
                                                                                        entry
                                                                                                .note())))));
    }

    private String at(Instant moment) {
        return minute.format(moment);
    }

    private static String yuan(Money amount, Language language) {
        return amount + language.of(" CNY", " 元");
    }

    private static String number(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
