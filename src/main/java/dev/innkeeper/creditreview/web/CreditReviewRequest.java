package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.creditreview.CreditCause;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Asks for a review of a customer's credit. */
@Schema(name = "NewCreditReview", description = "Why the credit of a customer is to be reviewed")
record CreditReviewRequest(
        @Schema(example = "CUS-000123") @NotNull @PlainText(max = 40) @Nullable String customerId,
        @Schema(
                        description =
                                "KEY_PERSONNEL, OWNERSHIP or REQUEST; the service sees all others"
                                        + " itself",
                        allowableValues = {"KEY_PERSONNEL", "OWNERSHIP", "REQUEST"},
                        defaultValue = "REQUEST")
                @Nullable CreditCause cause,
        @Schema(
                        description = "What is known",
                        minLength = 1,
                        maxLength = 2000,
                        example = "The chief accountant has left")
                @NotNull
                @PlainText(max = 2000, lines = true)
                @Nullable String words,
        @Schema(
                        description =
                                "The day as of which the figures are read, not before the terms"
                                        + " that hold; left out: today. Terms of a day in the past"
                                        + " hold from that day",
                        example = "2026-06-30")
                @Nullable LocalDate asOf) {}
