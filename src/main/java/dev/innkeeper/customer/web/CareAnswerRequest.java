package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.customer.CareAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the customer answers to an offer. */
@Schema(name = "NewCareAnswer", description = "What the customer answers to the offer")
record CareAnswerRequest(
        @Schema(description = "The customer takes the offer") @NotNull @Nullable Boolean accepted,
        @Schema(description = "What the customer said", maxLength = 4000, example = "下月入住时使用")
                @PlainText(max = 4000, lines = true)
                @Nullable String words) {

    CareAnswer toAnswer() {
        return new CareAnswer(
                Objects.requireNonNull(accepted), Objects.requireNonNullElse(words, ""));
    }
}
