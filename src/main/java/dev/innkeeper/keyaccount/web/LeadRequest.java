package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.ContactRequest;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.Lead;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.Need;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A lead as a caller brings it; source, contact and words must be said. */
@Schema(name = "NewLead", description = "Who might buy what, and what was said")
record LeadRequest(
        @Schema(
                        description =
                                "Your own id; the same id sent again starts nothing and gets the"
                                        + " first answer",
                        maxLength = 100,
                        example = "WEB-4711")
                @PlainText(max = 100)
                @Nullable String externalId,
        @Schema(
                        description = "When it came; now where it is left out",
                        example = "2026-11-20T14:30:00+08:00")
                @Moment
                @Nullable Instant receivedAt,
        @Schema(description = "Where it comes from") @NotNull @Nullable LeadSource source,
        @Schema(description = "The partner who brought it", maxLength = 24, example = "PAR-000012")
                @PlainText(max = 24)
                @Nullable String partnerId,
        @Schema(description = "Our id of the customer, where you know it", maxLength = 40)
                @PlainText(max = 40)
                @Nullable String customerId,
        @Valid @Nullable ContactRequest contact,
        @Schema(description = "What they might buy", maxLength = 100, example = "协议房")
                @PlainText(max = 100)
                @Nullable String product,
        @Schema(
                        description = "What was said",
                        minLength = 1,
                        maxLength = 4000,
                        example = "每月约 80 间夜，明年一月换供应商。")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String words,
        @Schema(description = "How clear the need is", defaultValue = "LATENT") @Nullable Need need,
        @Schema(description = "The customer's budget is known", defaultValue = "false")
                @Nullable Boolean budgetKnown,
        @Schema(description = "Who decides is known", defaultValue = "false")
                @Nullable Boolean decisionMakerKnown,
        @Schema(
                        description = "Room nights × rate + events of a year, in CNY",
                        minimum = "0",
                        example = "520000.00")
                @Yuan
                @Nullable BigDecimal yearlyVolume,
        @Schema(
                        description = "What the customer would pay in the first year, in CNY",
                        minimum = "0")
                @Yuan
                @Nullable BigDecimal value,
        @Schema(description = "When the deal is expected", example = "2027-01-15")
                @Nullable LocalDate expectedCloseOn,
        @Schema(description = "The user of sales who hunts it", maxLength = 64, example = "sales1")
                @PlainText(max = 64)
                @Nullable String owner) {

    /** What the desk takes; call only where the request is valid. */
    Lead toLead() {
        return new Lead(
                strip(externalId),
                receivedAt,
                Objects.requireNonNull(source),
                strip(partnerId),
                strip(customerId),
                contact == null ? Contact.NOBODY : contact.toContact(),
                product == null ? "" : product.strip(),
                Objects.requireNonNull(words).strip(),
                Objects.requireNonNullElse(need, Need.LATENT),
                Boolean.TRUE.equals(budgetKnown),
                Boolean.TRUE.equals(decisionMakerKnown),
                yearlyVolume == null ? null : new Money(yearlyVolume),
                value == null ? Money.ZERO : new Money(value),
                expectedCloseOn,
                strip(owner));
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
