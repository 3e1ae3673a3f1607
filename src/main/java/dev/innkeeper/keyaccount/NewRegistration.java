package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partner names a prospect.
 *
 * @param customerId our id of the prospect, or null where it is recognised by its contact
 * @param prospect the prospect as the partner named it: a company, a contact, or both
 * @param at when the partner named it, or null for now; a past moment needs a proof
 * @param proof what proves the date, such as a message with its date; empty where it is now
 * @param proofDocument where the proof is kept, or empty
 * @param project what the prospect wants, in words
 */
public record NewRegistration(
        @Nullable String customerId,
        Contact prospect,
        @Nullable Instant at,
        String proof,
        String proofDocument,
        String project) {}
