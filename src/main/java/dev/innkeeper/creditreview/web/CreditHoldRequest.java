package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Holds the credit of a customer, or releases it. */
@Schema(name = "CreditHold", description = "Whether the customer gets credit for now")
record CreditHoldRequest(
        @Schema(description = "True for no more credit, false for credit as the terms say") @NotNull
                @Nullable Boolean hold,
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 500,
                        example = "Three invoices are overdue")
                @NotNull
                @PlainText(max = 500, lines = true)
                @Nullable String reason) {}
