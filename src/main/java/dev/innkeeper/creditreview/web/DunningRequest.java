package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Whose overdue invoices are to be collected. */
@Schema(name = "NewDunningCase", description = "Whose overdue invoices are to be collected")
record DunningRequest(
        @Schema(description = "Our id", minLength = 1, maxLength = 24, example = "CUS-000123")
                @NotNull
                @PlainText(max = 24)
                @Nullable String customerId) {}
