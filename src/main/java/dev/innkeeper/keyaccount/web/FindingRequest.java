package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an auditor found, or how it was settled. */
@Schema(name = "NewAuditWords", description = "What an auditor found, or how it was settled")
record FindingRequest(
        @Schema(
                        description = "In words",
                        minLength = 1,
                        maxLength = 4000,
                        example = "The proof of the registration is dated by hand.")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String words) {

    String said() {
        return Objects.requireNonNull(words).strip();
    }
}
