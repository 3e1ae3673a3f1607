package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.decision.Fired;
import java.util.List;

/**
 * A recorded question asked again.
 *
 * @param release the release that was asked
 * @param same whether the answer and the rules that fired are the same
 * @param changes what changed, each {@code "English | 中文"}
 * @param result the answer now; of a failure an empty object
 * @param fired the rules that fired now
 */
public record Replay(
        String release, boolean same, List<String> changes, JsonNode result, List<Fired> fired) {}
