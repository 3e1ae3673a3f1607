package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sets what credit the house grants a customer. */
@Schema(name = "NewCredit", description = "The credit that the house grants from now on")
record CreditRequest(
        @Schema(description = "In CNY; left out: none is set", minimum = "0", example = "200000")
                @Yuan
                @Nullable BigDecimal limit,
        @Schema(description = "How good the credit is; left out: not judged", example = "72")
                @Min(0)
                @Max(100)
                @Nullable Integer score,
        @Schema(description = "No more credit for now", defaultValue = "false")
                @Nullable Boolean hold,
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 1000,
                        example = "Reviewed with the accounts of 2025")
                @NotNull
                @PlainText(max = 1000, lines = true)
                @Nullable String reason) {}
