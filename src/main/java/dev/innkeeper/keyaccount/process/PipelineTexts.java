package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.cut;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;
import static dev.innkeeper.workflow.FormWords.suffix;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.People;
import dev.innkeeper.keyaccount.BudgetLine;
import dev.innkeeper.keyaccount.DealRow;
import dev.innkeeper.keyaccount.DealTaskView;
import dev.innkeeper.keyaccount.DealView;
import dev.innkeeper.keyaccount.FollowUpView;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.workflow.FormWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of the pipeline show, in words. */
@Component
class PipelineTexts {

    private static final int LATEST = 10;
    private static final String NOTHING = "–";

    private final People people;
    private final DateTimeFormatter time;

    PipelineTexts(People people, CasefileProperties properties) {
        this.people = people;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(properties.zone());
    }

    /** The forms of {@code key-account-pipeline}. */
    Map<String, @Nullable Object> deal(DealTaskView view) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            var end = suffix(language);
            shown.put("dealText" + end, cut(dealText(view, language)));
            shown.put("reasons" + end, cut(reasons(view, language)));
            shown.put("missing" + end, missing(view.deal(), language));
            shown.put("planText" + end, cut(planText(view.deal(), language)));
            shown.put("followUps" + end, cut(followUps(view, language)));
            shown.put("others" + end, cut(others(view, language)));
            shown.put("wonReasons" + end, ends(view, Stage.WON, language));
            shown.put("lostReasons" + end, ends(view, Stage.LOST, language));
            shown.put("discardReasons" + end, ends(view, Stage.DISCARDED, language));
            shown.put("hunters" + end, members(Group.SALES));
            shown.put("farmers" + end, members(Group.KEY_ACCOUNT_SERVICE));
        }
        shown.put("needWords", cut(view.deal().needWords()));
        prefill(view.deal(), shown);
        return shown;
    }

    private static void prefill(DealView deal, Map<String, @Nullable Object> shown) {
        shown.put("verdict", name(deal.verdict()));
        shown.put("contactVerified", deal.contactVerified());
        shown.put("need", deal.need().name());
        shown.put("chance", deal.chance() ? "yes" : "no");
        shown.put("budgetKnown", deal.budgetKnown());
        shown.put("decisionMakerKnown", deal.decisionMakerKnown());
        shown.put("yearlyVolume", amount(deal.yearlyVolume()));
        shown.put("expectedCloseOn", day(deal.expectedCloseOn()));
        shown.put("owner", deal.owner());
        shown.put("team", String.join(", ", deal.team()));
        for (BudgetLine line : deal.planned()) {
            shown.put(KeyAccountTasks.budget(line.kind()), amount(line.amount()));
        }
        shown.put("steps", cut(deal.steps()));
        shown.put("proposedOn", day(deal.proposedOn()));
        shown.put("value", deal.value().isZero() ? null : amount(deal.value()));
        shown.put("topLevelContact", deal.topLevelContact());
        shown.put("customersAnswer", cut(deal.customersAnswer()));
        shown.put("competitor", deal.competitor());
        shown.put("noCompetitor", deal.noCompetitor());
        shown.put("contractNumber", deal.contractNumber());
        shown.put("contractDate", day(deal.contractDate()));
        shown.put("termMonths", deal.termMonths() == 0 ? null : deal.termMonths());
        shown.put("prepaid", deal.prepaid());
        shown.put(
                "creditRequested",
                deal.creditRequested().isZero() ? null : amount(deal.creditRequested()));
        shown.put("reason", deal.reason());
        shown.put("endWords", cut(deal.reasonWords()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Object amount(@Nullable Money amount) {
        return amount == null ? null : amount.amount().doubleValue();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private String dealText(DealTaskView view, Language language) {
        DealView deal = view.deal();
        return paragraphs(
                Stream.of(
                        "**%s** · %s · %s%s"
                                .formatted(
                                        deal.number(),
                                        plain(deal.company()),
                                        language.of(deal.stage()),
                                        deal.grade() == null
                                                ? ""
                                                : language.of(" · grade ", " · 等级 ")
                                                        + deal.grade()),
                        line(language, "Contact", "联系人", contact(deal)),
                        line(
                                language,
                                "Customer",
                                "客户",
                                language.of(view.customer().tier()) + credit(view, language)),
                        line(language, "Product", "产品", plain(deal.product())),
                        line(
                                language,
                                "Came",
                                "收到",
                                time.format(deal.registeredAt())
                                        + " · "
                                        + language.of(deal.source())
                                        + (deal.partnerId() == null
                                                ? ""
                                                : " · " + plain(deal.partnerId()))),
                        line(
                                language,
                                "Hunter",
                                "负责人",
                                deal.owner() == null ? NOTHING : plain(deal.owner())),
                        line(
                                language,
                                "Value of the first year",
                                "首年金额",
                                deal.value().isZero() ? "" : deal.value() + " CNY"),
                        line(
                                language,
                                "Yearly volume",
                                "年用量",
                                deal.yearlyVolume() == null ? "" : deal.yearlyVolume() + " CNY"),
                        line(
                                language,
                                "Expected",
                                "预计成交",
                                deal.expectedCloseOn() == null
                                        ? ""
                                        : deal.expectedCloseOn()
                                                + (deal.urgency() == null
                                                        ? ""
                                                        : " · " + language.of(deal.urgency()))),
                        line(
                                language,
                                "Competitor",
                                "竞争对手",
                                deal.noCompetitor()
                                        ? language.of("none", "无")
                                        : plain(deal.competitor())),
                        line(
                                language,
                                "Next follow-up due",
                                "下次跟进期限",
                                at(deal.followUpDueAt())
                                        + (deal.missedInARow() == 0
                                                ? ""
                                                : language.of(
                                                        " · **missed in a row: %d**"
                                                                .formatted(deal.missedInARow()),
                                                        " · **连续漏跟：%d 次**"
                                                                .formatted(
                                                                        deal.missedInARow()))))));
    }

    private static String contact(DealView deal) {
        var contact = deal.contact();
        return Stream.of(contact.name(), contact.phone(), contact.email(), contact.weChat())
                .filter(Objects::nonNull)
                .map(FormWords::plain)
                .collect(Collectors.joining(", "));
    }

    private static String credit(DealTaskView view, Language language) {
        var customer = view.customer();
        return (customer.creditLimit() == null
                        ? language.of(" · no credit limit", " · 无信用额度")
                        : language.of(" · credit limit ", " · 信用额度 ")
                                + customer.creditLimit()
                                + " CNY")
                + (customer.creditHold() ? language.of(" · **on hold**", " · **已冻结**") : "");
    }

    private static String reasons(DealTaskView view, Language language) {
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

    /** Why somebody has it again; empty where it is the first time. */
    private static String missing(DealView deal, Language language) {
        if (!deal.missing().isEmpty()) {
            return "**"
                    + language.of("Missing: ", "缺少：")
                    + deal.missing().stream()
                            .sorted()
                            .map(language::of)
                            .collect(Collectors.joining(language.of(", ", "、")))
                    + "**";
        }
        return deal.planRemark().isEmpty()
                ? ""
                : "**"
                        + language.of("The plan was returned: ", "计划被退回：")
                        + "** "
                        + plain(deal.planRemark());
    }

    private static String planText(DealView deal, Language language) {
        if (deal.plannedBy() == null) {
            return "";
        }
        return paragraphs(
                Stream.of(
                        line(language, "Planned by", "制定人", plain(deal.plannedBy())),
                        line(language, "Team", "团队", plain(String.join(", ", deal.team()))),
                        line(
                                language,
                                "Budget",
                                "预算",
                                deal.planned().stream()
                                        .map(line -> budget(line, language))
                                        .collect(Collectors.joining(", "))),
                        line(language, "Steps", "步骤", plain(deal.steps()))));
    }

    private static String budget(BudgetLine line, Language language) {
        return "%s %s%s"
                .formatted(
                        language.of(line.kind()),
                        line.amount(),
                        line.spent().isZero()
                                ? ""
                                : language.of(" (spent ", "（已用 ")
                                        + line.spent()
                                        + language.of(")", "）"));
    }

    private String followUps(DealTaskView view, Language language) {
        return bullets(
                view.followUps().stream().limit(LATEST).map(entry -> followUp(entry, language)));
    }

    private String followUp(FollowUpView entry, Language language) {
        return "%s · %s · %s: %s%s"
                .formatted(
                        time.format(entry.at()),
                        plain(entry.by()),
                        entry.grade(),
                        plain(entry.words()),
                        entry.nextStep().isEmpty() ? "" : " → " + plain(entry.nextStep()));
    }

    private String others(DealTaskView view, Language language) {
        return bullets(
                view.others().stream().limit(LATEST).map((DealRow row) -> other(row, language)));
    }

    private String other(DealRow row, Language language) {
        return "%s · %s · %s · %s"
                .formatted(
                        row.number(),
                        time.format(row.registeredAt()),
                        language.of(row.stage()),
                        plain(row.product()));
    }

    private static String ends(DealTaskView view, Stage outcome, Language language) {
        return view.reasons().stream()
                .filter(reason -> reason.outcome() == outcome)
                .map(
                        reason ->
                                reason.code()
                                        + "\t"
                                        + language.of(reason.english(), reason.chinese()))
                .collect(Collectors.joining("\n"));
    }

    private String members(Group group) {
        return people.membersOf(group).stream()
                .map(user -> user + "\t" + user)
                .collect(Collectors.joining("\n"));
    }

    private String at(@Nullable Instant moment) {
        return moment == null ? "" : time.format(moment);
    }
}
