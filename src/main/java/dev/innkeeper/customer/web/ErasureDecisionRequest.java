package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Approves or refuses a request to erase. */
@Schema(name = "ErasureDecision")
record ErasureDecisionRequest(
        @Schema(description = "Erase; false refuses") @NotNull @Nullable Boolean approved,
        @Schema(
                        description = "Why; needed for a refusal. It stays readable: name nobody",
                        maxLength = 1000)
                @PlainText(max = 1000, lines = true)
                @Nullable String words) {}
