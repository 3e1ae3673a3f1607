package dev.innkeeper.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A person's comment on the time line. */
@Schema(name = "NewComment", description = "A comment for colleagues, on the time line")
public record CommentRequest(
        @Schema(
                        description = "The comment",
                        minLength = 1,
                        maxLength = 4000,
                        example = "Spoke to housekeeping, waiting for their log.")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String text) {}
