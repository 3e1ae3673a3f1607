package dev.innkeeper.customer.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.GradedCustomer;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.ValueClass;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the rules say of a customer, in the language of the request. */
@Schema(name = "CustomerGrade", description = "Tier, value, and stage with the house")
record GradeView(
        @Schema(example = "CUS-000123") String customerId,
        @Schema(description = "The day of the grade") LocalDate gradedOn,
        Tier tier,
        String tierLabel,
        ValueClass valueClass,
        LifeCycle lifeCycle,
        String lifeCycleLabel,
        @Schema(description = "Margin so far and expected, CNY") BigDecimal lifeTimeValue,
        @Schema(description = "Tier, class or stage is another one than before") boolean changed,
        @Schema(description = "Why, by the rules") List<String> reasons,
        @Schema(description = "The record of the decision") String decision) {

    static GradeView of(GradedCustomer graded, Language language) {
        var grade = graded.grade();
        return new GradeView(
                graded.customerId(),
                graded.asOf(),
                grade.tier(),
                language.of(grade.tier()),
                grade.valueClass(),
                grade.lifeCycle(),
                language.of(grade.lifeCycle()),
                grade.lifeTimeValue(),
                graded.changed(),
                graded.decided().reasons().stream().map(language::of).toList(),
                "/api/decisions/" + graded.decided().id());
    }
}
