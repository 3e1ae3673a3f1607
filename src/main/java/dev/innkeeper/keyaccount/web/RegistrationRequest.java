package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.ContactRequest;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.NewRegistration;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A partner names a prospect. */
@Schema(name = "NewProspect", description = "A prospect that a partner names")
record RegistrationRequest(
        @Schema(
                        description = "Our id of the prospect, where you know it",
                        maxLength = 40,
                        example = "CUS-000123")
                @PlainText(max = 40)
                @Nullable String customerId,
        @Schema(description = "The prospect, where you do not know its id; name the company") @Valid
                @Nullable ContactRequest prospect,
        @Schema(
                        description =
                                "When the partner named it; now where it is left out. A past moment"
                                        + " needs a proof",
                        example = "2026-03-01T10:00:00+08:00")
                @Moment
                @Nullable Instant at,
        @Schema(
                        description = "What proves a past moment, such as a message of that day",
                        maxLength = 4000)
                @PlainText(max = 4000, lines = true)
                @Nullable String proof,
        @Schema(description = "Where the proof is kept", maxLength = 200) @PlainText(max = 200)
                @Nullable String proofDocument,
        @Schema(
                        description = "What the prospect wants",
                        minLength = 1,
                        maxLength = 4000,
                        example = "Annual meeting, 300 guests, two nights")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String project) {

    /** What the desk takes; call only where the request is valid. */
    NewRegistration toRegistration() {
        return new NewRegistration(
                customerId == null ? null : customerId.strip(),
                prospect == null ? Contact.NOBODY : prospect.toContact(),
                at,
                Objects.requireNonNullElse(proof, ""),
                Objects.requireNonNullElse(proofDocument, ""),
                Objects.requireNonNull(project).strip());
    }
}
