package dev.innkeeper.complaint;

import java.time.Instant;
import java.util.List;

/**
 * A call to the guest.
 *
 * @param attempt 1 for the first after the reply
 */
public record CallbackView(
        Instant at,
        String by,
        int attempt,
        CallbackOutcome outcome,
        List<ServqualScore> scores,
        String words) {}
