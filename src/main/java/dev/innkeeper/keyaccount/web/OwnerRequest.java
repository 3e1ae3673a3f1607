package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Gives a deal to somebody else. */
@Schema(name = "NewOwner", description = "Who of sales hunts the deal from now on")
record OwnerRequest(
        @Schema(minLength = 1, maxLength = 64, example = "sales1") @NotNull @PlainText(max = 64)
                @Nullable String owner,
        @Schema(description = "Why", minLength = 1, maxLength = 4000)
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String reason) {}
