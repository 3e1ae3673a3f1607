package dev.innkeeper.keyaccount;

import java.time.Instant;

/**
 * A prospect that a partner named.
 *
 * @param id the id of the entry
 * @param partnerId who named it
 * @param customerId our id of the prospect
 * @param at when the partner named it
 * @param project what the prospect wants, in words
 * @param proof what proves the date, or empty where it was entered at once
 * @param proofDocument where the proof is kept, or empty
 * @param enteredBy who entered it, and so does not approve its reward
 * @param enteredAt when it was entered
 */
public record RegistrationView(
        long id,
        String partnerId,
        String customerId,
        Instant at,
        String project,
        String proof,
        String proofDocument,
        String enteredBy,
        Instant enteredAt) {

    /** Whether it was entered later than it happened, so that the date rests on the proof. */
    public boolean isBackdated() {
        return at.isBefore(enteredAt);
    }
}
