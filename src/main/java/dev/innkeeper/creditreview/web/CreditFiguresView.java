package dev.innkeeper.creditreview.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.CreditOverview;
import dev.innkeeper.creditreview.facts.ScoreBand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credit in figures as callers see it, with names in one language. */
@Schema(
        name = "CreditOverview",
        description =
                "Credit in figures. Percentages and days have two decimals and are left out where"
                        + " there is nothing to count; money is CNY.")
record CreditFiguresView(
        @Schema(description = "The day on which everything is counted") LocalDate asOf,
        @Schema(description = "What is open on the day") BigDecimal receivables,
        @Schema(description = "What of it is past its day") BigDecimal overdue,
        @Schema(description = "Days of sales outstanding") @Nullable BigDecimal dso,
        @Schema(description = "What all customers may owe together") BigDecimal limit,
        @Schema(description = "Customers who get no more credit now") long onHold,
        @Schema(description = "By tier and score band; last, customers without terms")
                List<ExposureRow> exposure,
        @Schema(description = "Oldest first; the last ends with the day") List<MonthRow> months,
        ReviewsRow reviews) {

    @Schema(name = "CreditOverviewExposure")
    record ExposureRow(
            @Schema(description = "Left out for customers without terms") @Nullable Tier tier,
            String tierLabel,
            @Schema(description = "Left out for customers without terms") @Nullable ScoreBand band,
            String bandLabel,
            long customers,
            BigDecimal limit,
            BigDecimal open,
            BigDecimal overdue,
            @Schema(description = "Open in percent of the limit") @Nullable BigDecimal use) {

        static ExposureRow of(CreditOverview.Exposure figure, Language language) {
            Tier tier = figure.tier();
            ScoreBand band = figure.band();
            return new ExposureRow(
                    tier,
                    tier == null ? language.of("No terms yet", "尚无条件") : language.of(tier),
                    band,
                    band == null ? language.of("Not scored", "未评分") : language.of(band),
                    figure.customers(),
                    figure.limit().amount(),
                    figure.open().amount(),
                    figure.overdue().amount(),
                    figure.use());
        }
    }

    @Schema(name = "CreditOverviewMonth")
    record MonthRow(
            @Schema(description = "The month", example = "2026-11") String month,
            @Schema(description = "Its last day, or the day of the figures") LocalDate end,
            @Schema(description = "What was open on that day") BigDecimal receivables,
            @Schema(description = "What of it was past its day") BigDecimal overdue,
            @Schema(description = "Overdue in percent of the receivables")
                    @Nullable BigDecimal overdueShare,
            @Schema(description = "What was invoiced in the 90 days that end with that day")
                    BigDecimal invoiced,
            @Schema(description = "Days of sales outstanding: receivables ÷ invoiced × 90")
                    @Nullable BigDecimal dso,
            @Schema(description = "Customers who got terms for the first time") long first,
            @Schema(description = "Customers whose terms went up") long up,
            @Schema(description = "Customers whose terms stayed") long same,
            @Schema(description = "Customers whose terms went down") long down) {

        private static final int MONTH = "2026-11".length();

        static MonthRow of(CreditOverview.Month month) {
            return new MonthRow(
                    month.end().toString().substring(0, MONTH),
                    month.end(),
                    month.receivables().amount(),
                    month.overdue().amount(),
                    month.overdueShare(),
                    month.invoiced().amount(),
                    month.dso(),
                    month.first(),
                    month.up(),
                    month.same(),
                    month.down());
        }
    }

    @Schema(
            name = "CreditOverviewReviews",
            description = "Customers who are due for a review, as they are now")
    record ReviewsRow(
            @Schema(description = "Due within the 30 days after the day") long soon,
            @Schema(description = "Due on the day") long today,
            @Schema(description = "Due 1 to 7 days before it") long week,
            @Schema(description = "Due 8 to 30 days before it") long month,
            @Schema(description = "Due more than 30 days before it") long longer,
            @Schema(description = "All that were due before the day") long late,
            @Schema(description = "Reviews under way") long open) {

        static ReviewsRow of(CreditOverview.Reviews reviews) {
            return new ReviewsRow(
                    reviews.soon(),
                    reviews.today(),
                    reviews.week(),
                    reviews.month(),
                    reviews.longer(),
                    reviews.late(),
                    reviews.open());
        }
    }

    static CreditFiguresView of(CreditOverview figures, Language language) {
        var last = figures.months().get(figures.months().size() - 1);
        return new CreditFiguresView(
                figures.asOf(),
                last.receivables().amount(),
                last.overdue().amount(),
                last.dso(),
                figures.limit().amount(),
                figures.onHold(),
                figures.exposure().stream().map(each -> ExposureRow.of(each, language)).toList(),
                figures.months().stream().map(MonthRow::of).toList(),
                ReviewsRow.of(figures.reviews()));
    }
}
