package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Why something is done. */
@Schema(name = "Reason")
record ReasonRequest(
        @Schema(description = "Why", minLength = 1, maxLength = 1000)
                @NotNull
                @PlainText(max = 1000, lines = true)
                @Nullable String reason) {}
