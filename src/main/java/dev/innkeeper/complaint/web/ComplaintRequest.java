package dev.innkeeper.complaint.web;

import dev.innkeeper.api.ContactRequest;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A complaint as a caller reports it; only channel and text must be said, triage adds the rest. */
@Schema(
        name = "NewComplaint",
        description =
                "A complaint or suggestion. Only `channel` and `text` must be given: triage fills"
                        + " in category, dimension and harm where they are missing.")
record ComplaintRequest(
        @Schema(
                        description =
                                "Your own id; the same id sent again starts nothing and gets the"
                                        + " first answer",
                        maxLength = 100,
                        example = "PMS-88123")
                @PlainText(max = 100)
                @Nullable String externalId,
        @Schema(description = "What it is", defaultValue = "COMPLAINT") @Nullable Kind kind,
        @Schema(description = "How it reached the house") @NotNull @Nullable Channel channel,
        @Schema(
                        description = "When it reached the house; now where it is left out",
                        example = "2026-11-20T14:30:00+08:00")
                @Moment
                @Nullable Instant receivedAt,
        @Schema(description = "Our id of the customer, where you know it", maxLength = 40)
                @PlainText(max = 40)
                @Nullable String customerId,
        @Valid @Nullable ContactRequest guest,
        @Schema(description = "The stay, room or event", maxLength = 100, example = "Room 1808")
                @PlainText(max = 100)
                @Nullable String reference,
        @Schema(description = "When the event begins or began") @Moment(ahead = true)
                @Nullable Instant eventStart,
        @Schema(description = "When the event ends or ended") @Moment(ahead = true)
                @Nullable Instant eventEnd,
        @Schema(description = "The guest has not departed", defaultValue = "false")
                @Nullable Boolean inHouse,
        @Schema(description = "When the guest checks out") @Moment(ahead = true)
                @Nullable Instant checkOutAt,
        @Schema(description = "What it is about") @Nullable Category category,
        @Schema(description = "The dimension of service quality that failed (SERVQUAL)")
                @Nullable ServqualDimension dimension,
        @Schema(
                        description = "The guest's words",
                        minLength = 1,
                        maxLength = 20_000,
                        example = "房间空调坏了一整晚，前台说没有人修。要求退还房费。")
                @NotNull
                @PlainText(max = 20_000, lines = true)
                @Nullable String text,
        @Schema(description = "What the guest asks for", maxLength = 4000, example = "退还一晚房费")
                @PlainText(max = 4000, lines = true)
                @Nullable String remedySought,
        @Schema(
                        description =
                                "The bill, or the part of it, that the guest complains of, in CNY",
                        defaultValue = "0",
                        minimum = "0",
                        example = "680.00")
                @Yuan
                @Nullable BigDecimal amountInDispute,
        @Schema(description = "What the guest suffered") @Nullable Harm harm,
        @Schema(description = "The guest speaks of a lawyer or the press")
                @Nullable Boolean lawyerOrPressNamed,
        @Schema(description = "Others can read it", defaultValue = "false")
                @Nullable Boolean publiclyVisible) {

    /** What the desk takes; call only where the request is valid. */
    Intake toIntake() {
        return Intake.said(Objects.requireNonNull(channel), Objects.requireNonNull(text).strip())
                .externalId(externalId == null ? null : externalId.strip())
                .kind(Objects.requireNonNullElse(kind, Kind.COMPLAINT))
                .receivedAt(receivedAt)
                .customerId(customerId == null ? null : customerId.strip())
                .contact(guest == null ? Contact.NOBODY : guest.toContact())
                .reference(reference == null ? null : reference.strip())
                .event(eventStart, eventEnd)
                .inHouse(Boolean.TRUE.equals(inHouse))
                .checkOutAt(checkOutAt)
                .category(category)
                .dimension(dimension)
                .remedySought(remedySought == null ? null : remedySought.strip())
                .amountInDispute(amountInDispute == null ? Money.ZERO : new Money(amountInDispute))
                .harm(harm)
                .lawyerOrPressNamed(lawyerOrPressNamed)
                .publiclyVisible(Boolean.TRUE.equals(publiclyVisible))
                .build();
    }
}
