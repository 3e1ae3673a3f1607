package dev.innkeeper.keyaccount.process;

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
import dev.innkeeper.keyaccount.AuditFindingView;
import dev.innkeeper.keyaccount.DealView;
import dev.innkeeper.keyaccount.RewardRow;
import dev.innkeeper.keyaccount.RewardTaskView;
import dev.innkeeper.keyaccount.RewardView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of rewards show, in words. */
@Component
class RewardTexts {

    private static final String NOTHING = "–";

    private final DateTimeFormatter minute;
    private final DateTimeFormatter day;

    RewardTexts(CasefileProperties properties) {
        ZoneId zone = properties.zone();
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
        this.day = DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(zone);
    }

    /**
     * The forms of {@code partner-reward}.
     *
     * @param withAccount whether the form is one of those who pay
     */
    Map<String, @Nullable Object> reward(RewardTaskView view, boolean withAccount) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var language : Language.values()) {
            var suffix = suffix(language);
            shown.put("caseText" + suffix, cut(caseText(view, language)));
            shown.put("partnerText" + suffix, cut(partnerText(view, withAccount, language)));
            shown.put("reasons" + suffix, cut(reasons(view, language)));
            shown.put("missing" + suffix, cut(missing(view.reward(), language)));
            shown.put("others" + suffix, cut(others(view.others(), language)));
            shown.put("findings" + suffix, cut(findings(view.findings(), language)));
            shown.put("soFar" + suffix, cut(soFar(view.timeLine(), language)));
        }
        shown.put("amount", view.reward().amount().amount().doubleValue());
        return shown;
    }

    private String caseText(RewardTaskView view, Language language) {
        var reward = view.reward();
        var deal = view.deal();
        return paragraphs(
                Stream.of(
                        "**%s** · %s · **%s CNY**"
                                .formatted(
                                        reward.number(),
                                        language.of(reward.state()),
                                        reward.amount()),
                        line(language, "Deal", "商机", deal(deal, language)),
                        line(language, "Contract", "合同", contract(deal, language)),
                        line(
                                language,
                                "Owner of the deal",
                                "商机负责人",
                                plain(deal.owner() == null ? NOTHING : deal.owner())),
                        line(
                                language,
                                "First payment",
                                "首笔款项",
                                deal.firstPaymentAt() == null
                                        ? language.of("not yet", "未到账")
                                        : minute.format(deal.firstPaymentAt())),
                        line(language, "Cancelled", "合同取消", at(deal.cancelledAt())),
                        line(language, "Claimed", "申领", at(reward.claimedAt())),
                        paid(reward, language),
                        line(
                                language,
                                "Taken back where the contract is cancelled before",
                                "合同在此之前取消则追回",
                                at(reward.clawBackUntil()))));
    }

    private static String deal(DealView deal, Language language) {
        return "%s · %s · %s · %s CNY"
                .formatted(
                        deal.number(),
                        plain(deal.company()),
                        language.of(deal.stage().english(), deal.stage().chinese()),
                        deal.value());
    }

    private static String contract(DealView deal, Language language) {
        return deal.contractNumber() == null
                ? ""
                : plain(deal.contractNumber())
                        + language.of(" of ", " · ")
                        + (deal.contractDate() == null ? NOTHING : deal.contractDate());
    }

    private String paid(RewardView reward, Language language) {
        var payment = reward.payment();
        return payment == null
                ? ""
                : line(
                        language,
                        "Paid",
                        "支付",
                        "%s CNY · %s · %s · %s"
                                .formatted(
                                        payment.amount(),
                                        plain(payment.reference()),
                                        minute.format(payment.at()),
                                        plain(payment.by())));
    }

    /** Whoever approves must see what the date rests on. */
    private String partnerText(RewardTaskView view, boolean withAccount, Language language) {
        var reward = view.reward();
        var partner = reward.partner();
        var registration = reward.registration();
        return paragraphs(
                Stream.of(
                        "**%s** · %s · %s"
                                .formatted(
                                        plain(partner.name()),
                                        language.of(
                                                partner.kind().english(), partner.kind().chinese()),
                                        partner.id()),
                        position(reward, language),
                        line(
                                language,
                                "Named the prospect",
                                "登记潜在客户",
                                minute.format(registration.at())
                                        + " · "
                                        + before(reward, language)),
                        line(
                                language,
                                "Entered",
                                "录入",
                                minute.format(registration.enteredAt())
                                        + " · "
                                        + plain(registration.enteredBy())),
                        line(
                                language,
                                "Proof of the date",
                                "日期证明",
                                registration.isBackdated()
                                        ? plain(registration.proof())
                                        : language.of("entered at once", "当时录入")),
                        line(language, "Kept at", "证明存放", plain(registration.proofDocument())),
                        line(language, "Project", "项目", plain(registration.project())),
                        line(
                                language,
                                "Employee",
                                "员工身份",
                                partner.ourEmployee() || partner.customersEmployee()
                                        ? plain(partner.employeeWords())
                                        : language.of("of nobody concerned", "与双方均无雇佣关系")),
                        line(language, "Registered by", "登记人", plain(partner.registeredBy())),
                        withAccount
                                ? line(
                                        language,
                                        "Pay to",
                                        "收款账户",
                                        partner.payTo().isEmpty()
                                                ? language.of("not known: ask sales", "未填写，请联系销售部")
                                                : plain(partner.payTo()))
                                : ""));
    }

    private static String position(RewardView reward, Language language) {
        if (reward.partners() < 2) {
            return language.of("The only partner of the deal", "该商机唯一合作伙伴");
        }
        return reward.position() == 1
                ? language.of("The first of two partners", "两位合作伙伴中登记在先")
                : language.of("The second of two partners", "两位合作伙伴中登记在后");
    }

    private String before(RewardView reward, Language language) {
        var registered = reward.registration().at();
        var lead = minute.format(reward.leadAt());
        if (!registered.isBefore(reward.leadAt())) {
            return language.of("**not before** the lead of " + lead, "**未早于**线索（" + lead + "）");
        }
        var ahead = Duration.between(registered, reward.leadAt());
        var span =
                ahead.toDays() > 0
                        ? language.of(ahead.toDays() + " days", ahead.toDays() + " 天")
                        : ahead.toMinutes() > 0
                                ? language.of(
                                        ahead.toMinutes() + " minutes", ahead.toMinutes() + " 分钟")
                                : language.of("less than a minute", "不足 1 分钟");
        return language.of("%s before the lead of %s", "早于线索%1$s（线索时间 %2$s）").formatted(span, lead);
    }

    /** The last judgement of the amount, whose reasons are percentage, share and cap. */
    private static String reasons(RewardTaskView view, Language language) {
        return bullets(
                Stream.of(Set.of("REWARD_JUDGED", "REWARD_REVIEWED"), Set.of("APPROVER_DECIDED"))
                        .map(
                                events ->
                                        last(
                                                view.timeLine().stream()
                                                        .filter(
                                                                entry ->
                                                                        events.contains(
                                                                                entry.event()))
                                                        .toList()))
                        .flatMap(Optional::stream)
                        .map(entry -> reasons(entry, language)));
    }

    private static String reasons(TimeLineEntry entry, Language language) {
        return "**"
                + plain(language.of(entry.what()))
                + "**: "
                + entry.reasons().stream()
                        .map(language::of)
                        .map(reason -> plain(reason))
                        .collect(Collectors.joining(language.of("; ", "；")));
    }

    private static String missing(RewardView reward, Language language) {
        return bullets(
                reward.missing().stream()
                        .map(condition -> language.of(condition.english(), condition.chinese())));
    }

    private static String others(List<RewardRow> others, Language language) {
        return bullets(
                others.stream()
                        .map(
                                row ->
                                        "%s · %s · %s · %s CNY"
                                                .formatted(
                                                        row.number(),
                                                        plain(row.partnerName()),
                                                        language.of(row.state()),
                                                        row.amount())));
    }

    private String findings(List<AuditFindingView> findings, Language language) {
        return bullets(
                findings.stream()
                        .map(
                                finding ->
                                        "%s · %s · %s: %s"
                                                .formatted(
                                                        day.format(finding.openedAt()),
                                                        finding.subject(),
                                                        finding.isOpen()
                                                                ? language.of("**open**", "**未结**")
                                                                : language.of("closed", "已结案"),
                                                        plain(finding.words()))));
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

    private String at(@Nullable Instant moment) {
        return moment == null ? "" : minute.format(moment);
    }
}
