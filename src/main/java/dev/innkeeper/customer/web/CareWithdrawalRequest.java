package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Lets nobody go on with a case of care. */
@Schema(name = "NewCareWithdrawal", description = "Nobody goes on with the case")
record CareWithdrawalRequest(
        @Schema(description = "Why", minLength = 1, maxLength = 4000, example = "客户要求不再致电")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String reason) {}
