package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Says whether a customer contests an invoice. */
@Schema(name = "NewDispute", description = "Whether the customer contests the invoice from now on")
record DisputeRequest(
        @NotNull @Nullable Boolean disputed,
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 1000,
                        example = "The minibar was not used")
                @NotNull
                @PlainText(max = 1000, lines = true)
                @Nullable String reason) {}
