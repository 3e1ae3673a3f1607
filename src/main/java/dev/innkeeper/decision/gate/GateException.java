package dev.innkeeper.decision.gate;

import dev.innkeeper.common.Finding;

/** A mistake found while reading; turned into a {@link Finding} by whoever knows the file. */
final class GateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    /**
     * @param message {@code "English | 中文"}
     */
    GateException(Position position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    Position position() {
        return position;
    }
}
