package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Why nothing more is collected. */
@Schema(name = "DunningWithdrawal", description = "Why nothing more is collected")
record DunningWithdrawalRequest(
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 4000,
                        example = "Set off against the deposit of the next event")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String reason) {}
