package dev.innkeeper.complaint.process;

import dev.innkeeper.common.Refusal;
import java.util.Optional;

/** Finds what a desk refused inside of what the engine made of it. */
final class Refusals {

    private Refusals() {}

    static Optional<Refusal> within(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
