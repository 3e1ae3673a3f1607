package dev.innkeeper.keyaccount.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.Lesson;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an accepted review teaches, in the language of the request. */
@Schema(name = "Lesson", description = "What an accepted review teaches")
record LessonView(
        @Schema(example = "DEA-2026-000123") String deal,
        Stage outcome,
        String product,
        @Nullable String competitor,
        @Schema(description = "Why, the one that decided first") List<ReasonLabel> reasons,
        @Schema(description = "Percent by which our price was above theirs")
                @Nullable BigDecimal priceGap,
        @Schema(description = "The stage in which it was decided") Stage decidedAt,
        String account,
        @Schema(description = "What to do again") String toRepeat,
        @Schema(description = "What to avoid") String toAvoid,
        @Schema(description = "What decided it in the customer's words; may be empty")
                String customerWords,
        @Schema(description = "What to train") List<String> topics,
        Instant acceptedAt,
        @Schema(example = "/api/deals/DEA-2026-000123/review") String href) {

    static LessonView of(Lesson lesson, Language language) {
        return new LessonView(
                lesson.deal().value(),
                lesson.outcome(),
                lesson.product(),
                lesson.competitor(),
                ReasonLabel.of(lesson.reasons(), language),
                lesson.priceGap(),
                lesson.decidedAt(),
                lesson.account(),
                lesson.toRepeat(),
                lesson.toAvoid(),
                lesson.customerWords(),
                lesson.topics(),
                lesson.acceptedAt(),
                "/api/deals/" + lesson.deal() + "/review");
    }
}
