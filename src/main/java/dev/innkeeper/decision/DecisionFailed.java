package dev.innkeeper.decision;

/**
 * A question could not be answered; the message names the decision, the rules concerned and what to
 * do.
 */
public class DecisionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with its explanation. */
    public DecisionFailed(String message) {
        super(message);
    }

    /** A failure with its explanation and what caused it. */
    public DecisionFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
