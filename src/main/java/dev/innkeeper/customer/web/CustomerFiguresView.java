package dev.innkeeper.customer.web;

import dev.innkeeper.common.Labelled;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.CareOutcome;
import dev.innkeeper.customer.CustomerFigures;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.ValueClass;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customers in figures as callers see them, with names in one language. */
@Schema(
        name = "CustomerFigures",
        description =
                "The customers in figures. Percentages have two decimals and are left out where"
                        + " there is nothing to count; money is CNY.")
record CustomerFiguresView(
        @Schema(description = "The day on which everything is counted") LocalDate asOf,
        SharesRow shares,
        @Schema(description = "As they are graded now") List<CountRow> valueClasses,
        @Schema(description = "As they are graded now") List<CountRow> lifeCycle,
        @Schema(description = "As they are kept now") List<CountRow> tiers,
        DormantRows dormant,
        @Schema(description = "Care that was closed in the 365 days that end with the day")
                List<CareRowView> care) {

    @Schema(
            name = "CustomerFiguresShares",
            description = "Turnover of the 365 days that end with the day")
    record SharesRow(
            @Schema(description = "Customers who brought turnover") long customers,
            BigDecimal turnover,
            @Schema(description = "Best customers first") List<PointRow> curve,
            @Schema(description = "Percent of the customers who bring 80 percent of the turnover")
                    @Nullable BigDecimal customersFor80,
            @Schema(description = "Percent of the turnover that the best 20 percent bring")
                    @Nullable BigDecimal broughtByTop20) {

        static SharesRow of(CustomerFigures.Shares shares) {
            return new SharesRow(
                    shares.customers(),
                    shares.turnover().amount(),
                    shares.curve().stream()
                            .map(point -> new PointRow(point.customers(), point.turnover()))
                            .toList(),
                    shares.customersFor80(),
                    shares.broughtByTop20());
        }
    }

    @Schema(name = "CustomerFiguresPoint")
    record PointRow(
            @Schema(description = "The best customers, in percent of all") BigDecimal customers,
            @Schema(description = "What they bring, in percent of the turnover")
                    BigDecimal turnover) {}

    @Schema(name = "CustomerFiguresCount")
    record CountRow(
            @Schema(description = "Left out for customers who are not graded")
                    @Nullable String code,
            String label,
            long customers,
            @Schema(description = "Life-time value of them together") BigDecimal lifeTimeValue) {

        static <K extends Enum<K> & Labelled> CountRow of(
                CustomerFigures.Count<K> count, Language language) {
            K kind = count.kind();
            return new CountRow(
                    kind == null ? null : kind.name(),
                    kind == null ? language.of("Not graded", "未评级") : language.of(kind),
                    count.customers(),
                    count.lifeTimeValue().amount());
        }
    }

    @Schema(name = "CustomerFiguresDormant", description = "Loyal regulars without a visit")
    record DormantRows(
            @Schema(description = "Days without a visit from which they count") int fromDays,
            long number,
            @Schema(description = "From 0") int page,
            int size,
            @Schema(description = "Longest away first") List<DormantRow> regulars) {

        static DormantRows of(CustomerFigures.Dormant dormant) {
            return new DormantRows(
                    dormant.fromDays(),
                    dormant.number(),
                    dormant.page(),
                    dormant.size(),
                    dormant.regulars().stream().map(DormantRow::of).toList());
        }
    }

    @Schema(name = "CustomerFiguresDormantRegular")
    record DormantRow(
            @Schema(example = "CUS-000123") String customer,
            @Schema(description = "The person, or the company") @Nullable String name,
            LocalDate lastVisitOn,
            int daysAway,
            @Nullable ValueClass valueClass,
            BigDecimal lifeTimeValue,
            @Schema(example = "/api/customers/CUS-000123") String href) {

        static DormantRow of(CustomerFigures.DormantRegular regular) {
            return new DormantRow(
                    regular.customerId(),
                    regular.name(),
                    regular.lastVisitOn(),
                    regular.daysAway(),
                    regular.valueClass(),
                    regular.lifeTimeValue().amount(),
                    "/api/customers/" + regular.customerId());
        }
    }

    @Schema(name = "CustomerFiguresCare")
    record CareRowView(
            CareCause cause,
            String causeLabel,
            CareOutcome outcome,
            String outcomeLabel,
            long number,
            @Schema(description = "How many of these were made an offer") long offers,
            @Schema(description = "What these offers are worth together") BigDecimal worth) {

        static CareRowView of(CustomerFigures.CareFigure care, Language language) {
            return new CareRowView(
                    care.cause(),
                    language.of(care.cause()),
                    care.outcome(),
                    language.of(care.outcome()),
                    care.number(),
                    care.offers(),
                    care.worth().amount());
        }
    }

    static CustomerFiguresView of(CustomerFigures figures, Language language) {
        return new CustomerFiguresView(
                figures.asOf(),
                SharesRow.of(figures.shares()),
                counts(figures.valueClasses(), language),
                counts(figures.lifeCycle(), language),
                counts(figures.tiers(), language),
                DormantRows.of(figures.dormant()),
                figures.care().stream().map(each -> CareRowView.of(each, language)).toList());
    }

    private static <K extends Enum<K> & Labelled> List<CountRow> counts(
            List<CustomerFigures.Count<K>> counts, Language language) {
        return counts.stream().map(each -> CountRow.of(each, language)).toList();
    }
}
