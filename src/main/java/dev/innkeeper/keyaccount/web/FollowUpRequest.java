package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.keyaccount.FollowUp;
import dev.innkeeper.keyaccount.facts.Need;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of the follow-up log. */
@Schema(name = "NewFollowUp", description = "What was said and done; the deal is graded by it")
record FollowUpRequest(
        @Schema(
                        description = "What was said and done",
                        minLength = 1,
                        maxLength = 4000,
                        example = "拜访采购经理，确认每月80间夜，十二月前定供应商。")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String words,
        @Schema(description = "What comes next", maxLength = 4000)
                @PlainText(max = 4000, lines = true)
                @Nullable String nextStep,
        @Schema(description = "How clear the need is now") @NotNull @Nullable Need need,
        @Schema(description = "There is a chance", defaultValue = "true") @Nullable Boolean chance,
        @Schema(description = "When the deal is expected now", example = "2026-12-20")
                @Nullable LocalDate expectedCloseOn) {

    FollowUp toFollowUp() {
        return new FollowUp(
                Objects.requireNonNull(words).strip(),
                nextStep == null ? "" : nextStep.strip(),
                Objects.requireNonNull(need),
                !Boolean.FALSE.equals(chance),
                expectedCloseOn);
    }
}
