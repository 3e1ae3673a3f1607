package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.customer.facts.CareCause;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Has a customer called. */
@Schema(name = "NewCareCase", description = "A customer whom somebody is to call")
record CareRequest(
        @Schema(example = "CUS-000123") @NotNull @PlainText(max = 40) @Nullable String customerId,
        @Schema(description = "ABSENT, FEW_VISITS or LOST", example = "ABSENT") @NotNull
                @Nullable CareCause cause,
        @Schema(
                        description = "What whoever calls should know",
                        minLength = 1,
                        maxLength = 4000,
                        example = "上次入住时提到空调噪音")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String words) {}
