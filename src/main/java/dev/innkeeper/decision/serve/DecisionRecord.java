package dev.innkeeper.decision.serve;

import java.time.Instant;

/**
 * An answer as it is kept.
 *
 * @param id a UUID
 * @param caseNumber the case, or empty
 * @param name the decision
 * @param headline the short word of its result
 * @param release the release that answered
 * @param decidedAt when
 * @param micros how long it took, in microseconds
 * @param facts the facts as JSON
 * @param result the result as JSON
 * @param fired the rules that fired as JSON
 */
public record DecisionRecord(
        String id,
        String caseNumber,
        String name,
        String headline,
        String release,
        Instant decidedAt,
        long micros,
        String facts,
        String result,
        String fired) {}
