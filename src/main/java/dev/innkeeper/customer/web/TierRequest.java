package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Sets how the house keeps a customer. */
@Schema(name = "NewTier", description = "How the house keeps the customer from now on")
record TierRequest(
        @NotNull @Nullable Tier tier,
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 1000,
                        example = "Contract for 400 room nights signed")
                @NotNull
                @PlainText(max = 1000, lines = true)
                @Nullable String reason) {}
