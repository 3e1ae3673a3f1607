package dev.innkeeper.keyaccount.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.DealFigures;
import dev.innkeeper.keyaccount.DealReason;
import dev.innkeeper.keyaccount.FiguresFilter;
import dev.innkeeper.keyaccount.RewardState;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pipeline in figures as callers see it, with names in one language. */
@Schema(
        name = "DealFigures",
        description =
                "The pipeline in figures. Percentages and days have two decimals and are left out"
                        + " where there is nothing to count; money is CNY.")
record FiguresView(
        @Schema(description = "The first day") LocalDate from,
        @Schema(description = "The last day") LocalDate to,
        @Schema(description = "The zone in which days are counted", example = "Asia/Shanghai")
                String zone,
        @Nullable String owner,
        @Nullable String product,
        @Schema(description = "Deals that entered a stage in the period") List<StageRow> funnel,
        OutcomesRow outcomes,
        List<WinRateRow> byReason,
        List<WinRateRow> byCompetitor,
        List<WinRateRow> byProduct,
        List<WinRateRow> byOwner,
        StalledRows stalled,
        @Schema(description = "Deals that are open now") List<GradeRow> openByGrade,
        SpendingRows spending,
        @Schema(description = "Reviews that were opened in the period") ReviewsRow reviews,
        RewardRows rewards) {

    @Schema(name = "DealFiguresStage")
    record StageRow(
            Stage stage,
            String label,
            long entered,
            @Schema(description = "How many of these went on towards a contract") long wentOn,
            @Schema(description = "How many of these are in the stage now") long stillThere,
            @Schema(description = "Went on in percent of entered") @Nullable BigDecimal conversion,
            @Schema(description = "Days in the stage, on average, of those that left it")
                    @Nullable BigDecimal meanDays,
            @Schema(description = "Half of them were in it for less days")
                    @Nullable BigDecimal medianDays) {

        static StageRow of(DealFigures.StageFigure figure, Language language) {
            return new StageRow(
                    figure.stage(),
                    language.of(figure.stage()),
                    figure.entered(),
                    figure.wentOn(),
                    figure.stillThere(),
                    figure.conversion(),
                    figure.meanDays(),
                    figure.medianDays());
        }
    }

    @Schema(name = "DealFiguresOutcomes", description = "Deals that were closed in the period")
    record OutcomesRow(
            long won,
            long lost,
            long discarded,
            @Schema(description = "Won in percent of won and lost") @Nullable BigDecimal winRate,
            BigDecimal wonValue,
            @Schema(description = "Days from the lead to the contract, on average")
                    @Nullable BigDecimal wonMeanDays,
            @Nullable BigDecimal wonMedianDays,
            @Schema(description = "Days from the lead to the loss, on average")
                    @Nullable BigDecimal lostMeanDays,
            @Nullable BigDecimal lostMedianDays,
            @Schema(description = "Days from the lead to the end, won or lost, on average")
                    @Nullable BigDecimal meanCycleDays,
            @Nullable BigDecimal medianCycleDays) {

        static OutcomesRow of(DealFigures.Outcomes outcomes) {
            return new OutcomesRow(
                    outcomes.won(),
                    outcomes.lost(),
                    outcomes.discarded(),
                    outcomes.winRate(),
                    outcomes.wonValue().amount(),
                    outcomes.wonCycle().mean(),
                    outcomes.wonCycle().median(),
                    outcomes.lostCycle().mean(),
                    outcomes.lostCycle().median(),
                    outcomes.cycle().mean(),
                    outcomes.cycle().median());
        }
    }

    @Schema(name = "DealFiguresWinRate")
    record WinRateRow(
            @Schema(description = "What they have in common; left out where it was not said")
                    @Nullable String name,
            String label,
            @Schema(description = "All but the 20 most frequent together") boolean rest,
            long won,
            long lost,
            @Schema(description = "Won in percent of won and lost") @Nullable BigDecimal winRate,
            BigDecimal wonValue) {

        static WinRateRow of(
                DealFigures.WinRate rate, Map<String, String> labels, Language language) {
            String name = rate.name();
            String label;
            if (rate.rest()) {
                label = language.of("All others", "其他合计");
            } else if (name == null) {
                label = language.of("Not said", "未填写");
            } else {
                label = labels.getOrDefault(name, name);
            }
            return new WinRateRow(
                    name,
                    label,
                    rate.rest(),
                    rate.won(),
                    rate.lost(),
                    rate.winRate(),
                    rate.wonValue().amount());
        }
    }

    @Schema(name = "DealFiguresStalled", description = "Deals that stand still now")
    record StalledRows(
            long number,
            @Schema(description = "Those that stand still longest, at most 20")
                    List<StalledRow> longest) {}

    @Schema(name = "DealFiguresStalledDeal")
    record StalledRow(
            @Schema(example = "DEA-2026-000123") String number,
            String customer,
            String product,
            @Nullable String owner,
            Stage stage,
            String stageLabel,
            @Nullable DealGrade grade,
            BigDecimal value,
            Instant stageSince,
            @Schema(description = "Since when its manager knows") Instant stalledAt,
            @Schema(example = "/api/deals/DEA-2026-000123") String href) {

        static StalledRow of(DealFigures.StalledDeal deal, Language language) {
            return new StalledRow(
                    deal.number().value(),
                    deal.customer(),
                    deal.product(),
                    deal.owner(),
                    deal.stage(),
                    language.of(deal.stage()),
                    deal.grade(),
                    deal.value().amount(),
                    deal.stageSince(),
                    deal.stalledAt(),
                    "/api/deals/" + deal.number());
        }
    }

    @Schema(name = "DealFiguresGrade")
    record GradeRow(
            @Schema(description = "Left out for deals without one, such as imported ones")
                    @Nullable DealGrade grade,
            String label,
            long number,
            BigDecimal value) {

        static GradeRow of(DealFigures.GradeFigure figure, Language language) {
            DealGrade grade = figure.grade();
            return new GradeRow(
                    grade,
                    grade == null ? language.of("Not graded", "未评级") : language.of(grade),
                    figure.number(),
                    figure.value().amount());
        }
    }

    @Schema(
            name = "DealFiguresSpending",
            description =
                    "Deals with a plan or expenses that are open or were closed in the period")
    record SpendingRows(
            long number,
            BigDecimal planned,
            BigDecimal spent,
            BigDecimal won,
            @Schema(description = "From 0") int page,
            int size,
            List<SpendingRow> deals) {}

    @Schema(name = "DealFiguresSpendingDeal")
    record SpendingRow(
            @Schema(example = "DEA-2026-000123") String number,
            String customer,
            String product,
            @Nullable String owner,
            Stage stage,
            String stageLabel,
            BigDecimal planned,
            BigDecimal spent,
            @Schema(description = "Its value where it was won, else 0") BigDecimal won,
            @Schema(example = "/api/deals/DEA-2026-000123") String href) {

        static SpendingRow of(DealFigures.DealSpending deal, Language language) {
            return new SpendingRow(
                    deal.number().value(),
                    deal.customer(),
                    deal.product(),
                    deal.owner(),
                    deal.stage(),
                    language.of(deal.stage()),
                    deal.planned().amount(),
                    deal.spent().amount(),
                    deal.won().amount(),
                    "/api/deals/" + deal.number());
        }
    }

    @Schema(name = "DealFiguresReviews")
    record ReviewsRow(
            long due,
            long written,
            long accepted,
            @Schema(description = "Not written, and past their date") long overdue,
            @Schema(description = "Accepted in percent of due") @Nullable BigDecimal completion) {

        static ReviewsRow of(DealFigures.Reviews reviews) {
            return new ReviewsRow(
                    reviews.due(),
                    reviews.written(),
                    reviews.accepted(),
                    reviews.overdue(),
                    reviews.completion());
        }
    }

    @Schema(name = "DealFiguresRewards", description = "Rewards of partners")
    record RewardRows(
            @Schema(description = "As they are now") List<RewardRow> byState,
            @Schema(description = "How many are due, which is PAYABLE, now") long dueNumber,
            @Schema(description = "What is due now") BigDecimal due,
            @Schema(description = "How many were paid in the period") long paidNumber,
            @Schema(description = "What was paid in the period") BigDecimal paid) {

        static RewardRows of(DealFigures.Rewards rewards, Language language) {
            Optional<DealFigures.RewardFigure> due =
                    rewards.byState().stream()
                            .filter(each -> each.state() == RewardState.PAYABLE)
                            .findFirst();
            return new RewardRows(
                    rewards.byState().stream().map(each -> RewardRow.of(each, language)).toList(),
                    due.map(DealFigures.RewardFigure::number).orElse(0L),
                    due.map(each -> each.amount().amount()).orElse(Money.ZERO.amount()),
                    rewards.paidNumber(),
                    rewards.paid().amount());
        }
    }

    @Schema(name = "DealFiguresReward")
    record RewardRow(RewardState state, String label, long number, BigDecimal amount) {

        static RewardRow of(DealFigures.RewardFigure figure, Language language) {
            return new RewardRow(
                    figure.state(),
                    language.of(figure.state()),
                    figure.number(),
                    figure.amount().amount());
        }
    }

    static FiguresView of(
            FiguresFilter filter,
            DealFigures figures,
            List<DealReason> reasons,
            ZoneId zone,
            Language language) {
        // A code may speak for us and against us, in other words.
        Map<String, String> labels =
                reasons.stream()
                        .filter(reason -> reason.outcome() != Stage.DISCARDED)
                        .collect(
                                Collectors.groupingBy(
                                        DealReason::code,
                                        Collectors.mapping(
                                                language::of,
                                                Collectors.collectingAndThen(
                                                        Collectors.toList(),
                                                        words ->
                                                                words.stream()
                                                                        .distinct()
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        " / "))))));
        return new FiguresView(
                filter.from(),
                filter.to(),
                zone.getId(),
                filter.owner(),
                filter.product(),
                figures.funnel().stream().map(each -> StageRow.of(each, language)).toList(),
                OutcomesRow.of(figures.outcomes()),
                winRates(figures.byReason(), labels, language),
                winRates(figures.byCompetitor(), Map.of(), language),
                winRates(figures.byProduct(), Map.of(), language),
                winRates(figures.byOwner(), Map.of(), language),
                new StalledRows(
                        figures.stalled().number(),
                        figures.stalled().longest().stream()
                                .map(each -> StalledRow.of(each, language))
                                .toList()),
                figures.openByGrade().stream().map(each -> GradeRow.of(each, language)).toList(),
                spending(figures.spending(), language),
                ReviewsRow.of(figures.reviews()),
                RewardRows.of(figures.rewards(), language));
    }

    private static List<WinRateRow> winRates(
            List<DealFigures.WinRate> rates, Map<String, String> labels, Language language) {
        return rates.stream().map(each -> WinRateRow.of(each, labels, language)).toList();
    }

    private static SpendingRows spending(DealFigures.Spending spending, Language language) {
        return new SpendingRows(
                spending.number(),
                spending.planned().amount(),
                spending.spent().amount(),
                spending.won().amount(),
                spending.page(),
                spending.size(),
                spending.deals().stream().map(each -> SpendingRow.of(each, language)).toList());
    }
}
