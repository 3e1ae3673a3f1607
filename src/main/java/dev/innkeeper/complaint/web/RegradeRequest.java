package dev.innkeeper.complaint.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.complaint.Regrade;
import dev.innkeeper.complaint.facts.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A manager overrides the severity. */
@Schema(name = "NewSeverity", description = "A manager overrides the severity")
record RegradeRequest(
        @Schema(description = "The severity from now on") @NotNull @Nullable Severity severity,
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 4000,
                        example = "The guest is a guest of honour of the city.")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String reason) {

    Regrade toRegrade() {
        return new Regrade(
                Objects.requireNonNull(severity), Objects.requireNonNull(reason).strip());
    }
}
