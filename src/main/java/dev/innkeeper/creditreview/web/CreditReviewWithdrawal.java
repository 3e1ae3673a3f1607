package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cancels a review. */
@Schema(name = "CreditReviewWithdrawal", description = "Why a review is cancelled")
record CreditReviewWithdrawal(
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 2000,
                        example = "The accounts of the year come in April")
                @NotNull
                @PlainText(max = 2000, lines = true)
                @Nullable String reason,
        @Schema(
                        description =
                                "When the customer is due instead; left out: when it was due, so"
                                        + " that the next night opens a review of who is due",
                        example = "2026-05-04")
                @Nullable LocalDate nextReviewOn) {}
