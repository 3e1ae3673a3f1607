package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A partner claims a reward. */
@Schema(name = "NewClaim", description = "A partner claims a reward")
record ClaimRequest(
        @Schema(
                        description = "How the partner claimed it",
                        maxLength = 4000,
                        example = "By e-mail of 12 March")
                @PlainText(max = 4000, lines = true)
                @Nullable String words) {

    String said() {
        return Objects.requireNonNullElse(words, "");
    }
}
