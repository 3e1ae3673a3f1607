package dev.innkeeper.workflow;

import dev.innkeeper.common.Refusal;
import java.util.Optional;

/** Finds what a desk refused inside of what the engine made of it. */
public final class Refusals {

    private Refusals() {}

    /** The refusal that caused the failure, or empty. */
    public static Optional<Refusal> within(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
