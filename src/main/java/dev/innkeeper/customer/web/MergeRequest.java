package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Makes another customer part of this one. */
@Schema(name = "NewMerge")
record MergeRequest(
        @Schema(description = "The customer that goes into this one", example = "CUS-000124")
                @NotNull
                @PlainText(max = 40)
                @Nullable String other,
        @Schema(
                        description = "Why they are one",
                        minLength = 1,
                        maxLength = 1000,
                        example = "Same phone; she confirmed it at the desk")
                @NotNull
                @PlainText(max = 1000, lines = true)
                @Nullable String reason) {}
