package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.workflow.FormWords.bullets;
import static dev.innkeeper.workflow.FormWords.line;
import static dev.innkeeper.workflow.FormWords.paragraphs;
import static dev.innkeeper.workflow.FormWords.plain;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.keyaccount.DealView;
import dev.innkeeper.keyaccount.ExpenseLine;
import dev.innkeeper.keyaccount.StageView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms beside the pipeline show of a deal, in words. */
@Component
class DealTexts {

    private static final int LATEST = 30;

    private final ZoneId zone;

    DealTexts(CasefileProperties properties) {
        this.zone = properties.zone();
    }

    String deal(DealView deal, Language language) {
        return paragraphs(
                Stream.of(
                        "**%s** · %s · %s"
                                .formatted(
                                        deal.number(),
                                        language.of(deal.stage()),
                                        plain(deal.company())),
                        line(language, "Product", "产品", plain(deal.product())),
                        line(language, "Need", "需求", plain(deal.needWords())),
                        line(
                                language,
                                "Value of the first year",
                                "首年价值",
                                deal.value().isZero() ? "" : yuan(deal.value(), language)),
                        line(language, "Owner", "负责人", plain(deal.owner())),
                        line(language, "Team", "团队", plain(String.join(", ", deal.team()))),
                        line(language, "Competitor", "竞争对手", plain(deal.competitor())),
                        line(language, "Registered", "登记时间", at(deal.registeredAt())),
                        line(language, "Closed", "结案时间", at(deal.closedAt()))));
    }

    /** What is planned and used of each kind. */
    String lines(List<ExpenseLine> lines, Language language) {
        return bullets(lines.stream().map(line -> used(line, language)));
    }

    private static String used(ExpenseLine line, Language language) {
        var figures =
                language.of(
                                "**%s**: planned %s · booked %s · waiting %s",
                                "**%s**：计划 %s · 已入账 %s · 待处理 %s")
                        .formatted(
                                language.of(line.kind()),
                                line.planned(),
                                line.spent(),
                                line.waiting());
        return line.over().isZero()
                ? figures + language.of(" · left ", " · 剩余 ") + yuan(line.left(), language)
                : figures
                        + language.of(" · **above the plan by ", " · **超出计划 ")
                        + yuan(line.over(), language)
                        + "**";
    }

    /** The stages that a deal passed, each with the day on which it began. */
    String stages(List<StageView> stages, Language language) {
        return stages.stream()
                .map(stage -> language.of(stage.stage()) + " " + day(stage.enteredAt()))
                .collect(Collectors.joining(" → "));
    }

    /** What happened, oldest first; of a long course the latest part. */
    String course(List<TimeLineEntry> entries, Language language) {
        return bullets(
                entries.stream()
                        .skip(Math.max(entries.size() - LATEST, 0))
                        .map(entry -> happened(entry, language)));
    }

    private String happened(TimeLineEntry entry, Language language) {
        var what =
                "%s · %s · %s"
                        .formatted(
                                at(entry.at()),
                                plain(entry.by()),
                                plain(language.of(entry.what())));
        return entry.note().isBlank() ? what : what + language.of(": ", "：") + plain(entry.note());
    }

    String at(@Nullable Instant moment) {
        return moment == null ? "" : Phrase.of(moment, zone);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    static String yuan(Money amount, Language language) {
        return amount + language.of(" CNY", " 元");
    }
}
