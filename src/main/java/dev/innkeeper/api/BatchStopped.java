package dev.innkeeper.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why the rest of a bulk intake was not read. */
@Schema(name = "BatchStopped")
public record BatchStopped(
        @Schema(description = "Line where reading ended, from 1") long line,
        String message,
        String remedy) {}
