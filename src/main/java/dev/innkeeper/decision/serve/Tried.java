package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What other rules answer to a recorded question, beside what was answered then.
 *
 * @param headline the short word of the answer now; empty where there is none
 * @param problem why there is no answer, {@code "English | 中文"}; else empty
 * @param changes the components of the result that are other than they were; none where all are the
 *     same
 * @param erased it differs, but what people wrote has been erased from the record since: nobody can
 *     tell whether the rules are the reason
 * @param result the answer now as JSON; empty unless it differs
 * @param fired the rules that fired now as JSON; empty unless the answer differs
 * @param before what the answer then brings to each measure; none where it cannot be read any more
 * @param after what the answer now brings to each measure; none where there is no answer
 */
public record Tried(
        String headline,
        String problem,
        List<Change> changes,
        boolean erased,
        String result,
        String fired,
        List<Measure.Share> before,
        List<Measure.Share> after) {

    /** A component of the result that is other than it was; a missing one is null. */
    public record Change(String field, JsonNode before, JsonNode after) {}

    static Tried failed(String problem) {
        return new Tried("", problem, List.of(), false, "", "", List.of(), List.of());
    }

    /** Whether there is no answer. */
    public boolean failed() {
        return !problem.isEmpty();
    }

    /** Whether the answer is another one. */
    public boolean differs() {
        return !changes.isEmpty();
    }
}
