package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.ContactRequest;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Who would like to sign which bill. */
@Schema(name = "CreditCheckQuestion", description = "Who would like to sign which bill")
record CreditCheckRequest(
        @Schema(
                        description =
                                "Our id of the customer; else your own id says who it is, else the"
                                        + " contact",
                        maxLength = 24,
                        example = "CUS-000123")
                @PlainText(max = 24)
                @Nullable String customerId,
        @Schema(
                        description = "The id of the customer in your system",
                        maxLength = 100,
                        example = "PMS-4711")
                @PlainText(max = 100)
                @Nullable String externalId,
        @Valid @Nullable ContactRequest contact,
        @Schema(description = "The bill, in CNY, more than 0", example = "860.00") @NotNull @Yuan
                @Nullable BigDecimal amount,
        @Schema(
                        description = "Of the bill, so that the answer is found again",
                        maxLength = 100,
                        example = "BILL-20261122-0815")
                @PlainText(max = 100)
                @Nullable String reference) {}
