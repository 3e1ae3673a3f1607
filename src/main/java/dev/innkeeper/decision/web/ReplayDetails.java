package dev.innkeeper.decision.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.serve.Replay;
import java.util.List;

/**
 * A recorded question asked again.
 *
 * @param release the release that was asked
 * @param same whether the answer and the rules that fired are the same
 * @param changes what changed, in words
 * @param outcome the answer now
 * @param rules the names of the rules that fired now
 */
record ReplayDetails(
        String release, boolean same, List<String> changes, JsonNode outcome, List<String> rules) {

    static ReplayDetails of(Replay replay, Language language) {
        return new ReplayDetails(
                replay.release(),
                replay.same(),
                replay.changes().stream().map(language::of).toList(),
                replay.result(),
                replay.fired().stream().map(Fired::rule).toList());
    }
}
