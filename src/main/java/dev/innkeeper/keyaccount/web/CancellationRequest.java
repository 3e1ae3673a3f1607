package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Cancels the contract of a won deal. */
@Schema(name = "NewCancellation", description = "The contract is cancelled")
record CancellationRequest(
        @Schema(description = "Why", minLength = 1, maxLength = 4000, example = "客户搬迁，提前解约")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String reason) {}
