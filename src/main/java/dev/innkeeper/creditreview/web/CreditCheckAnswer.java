package dev.innkeeper.creditreview.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.creditreview.CreditChecked;
import dev.innkeeper.creditreview.facts.CreditVerdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a guest may sign, in the language of the request. */
@Schema(name = "CreditCheckAnswer", description = "Whether a guest may sign, and why")
record CreditCheckAnswer(
        CreditVerdict verdict,
        @Schema(description = "To be paid at once, CNY; 0 unless a deposit is asked for")
                BigDecimal deposit,
        @Schema(description = "Why, by the rules, in the language of the request")
                List<String> reasons,
        @Schema(example = "CUS-000123") String customer,
        @Schema(description = "The bill, CNY") BigDecimal amount,
        @Schema(description = "What the customer owed already, CNY") BigDecimal open,
        @Schema(
                        description =
                                "Of the oldest open invoice that nobody disputes, in days; 0 for"
                                        + " none")
                int oldestDaysOverdue,
        @Schema(description = "What may be owed at most, CNY; null where it was never reviewed")
                @Nullable BigDecimal limit,
        @Schema(description = "No more credit for now") boolean hold,
        @Schema(description = "The record of the decision, which can be explained and replayed")
                String decision) {

    static CreditCheckAnswer of(CreditChecked checked, Language language) {
        return new CreditCheckAnswer(
                checked.verdict(),
                checked.deposit().amount(),
                checked.reasons().stream().map(language::of).toList(),
                checked.customerId(),
                checked.amount().amount(),
                checked.open().amount(),
                checked.oldestDaysOverdue(),
                checked.limit() == null ? null : checked.limit().amount(),
                checked.hold(),
                "/api/decisions/" + checked.decisionId());
    }
}
