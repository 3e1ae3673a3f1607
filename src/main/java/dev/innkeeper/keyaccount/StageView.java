package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that a deal spent in a stage.
 *
 * @param leftAt null for the stage in which it is
 */
public record StageView(Stage stage, Instant enteredAt, @Nullable Instant leftAt) {}
