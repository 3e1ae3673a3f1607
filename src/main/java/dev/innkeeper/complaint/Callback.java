package dev.innkeeper.complaint;

import java.util.List;

/**
 * A call to the guest after the reply.
 *
 * @param reached whether the guest was reached
 * @param satisfied whether the guest is satisfied; false where not reached
 * @param scores at most one for each dimension; empty where the guest gave none
 * @param words what the guest said, up to 4,000 characters, may be empty
 */
public record Callback(
        boolean reached, boolean satisfied, List<ServqualScore> scores, String words) {

    /** Copies the scores. */
    public Callback {
        scores = List.copyOf(scores);
    }

    /** The guest was not reached. */
    public static Callback notReached(String words) {
        return new Callback(false, false, List.of(), words);
    }
}
