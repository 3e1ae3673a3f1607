package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads what a record keeps: each fact under the name of its type. */
final class FactsJson {

    private final ObjectMapper json = Json.mapper();
    private final ObjectWriter writer = json.writer();

    String write(Facts facts) {
        var all = json.createArrayNode();
        for (Record fact : facts.all()) {
            all.addObject().set(fact.getClass().getSimpleName(), json.valueToTree(fact));
        }
        return text(all);
    }

    String write(Record result) {
        return text(result);
    }

    String write(List<Fired> fired) {
        return text(fired);
    }

    String write(JsonNode tree) {
        return text(tree);
    }

    private String text(Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The result of a record, or empty when its type is no longer what it was. */
    <R extends Record> Optional<R> result(Class<R> type, String text) {
        try {
            return Optional.of(json.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    List<Fired> fired(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The facts of a record.
     *
     * @throws DecisionFailed when the types of the facts are no longer what they were
     */
    Facts facts(Decision<?, ?> decision, String text) {
        var facts = new ArrayList<Record>();
        for (JsonNode one : tree(text)) {
            String type = one.fieldNames().next();
            var known =
                    decision.facts().stream()
                            .filter(candidate -> candidate.getSimpleName().equals(type))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new DecisionFailed(
                                                    "The fact %s is no longer part of %s."
                                                            .formatted(type, decision.name())));
            try {
                facts.add(json.treeToValue(one.get(type), known));
            } catch (JsonProcessingException e) {
                throw new DecisionFailed(
                        "The fact %s is no longer what it was: %s"
                                .formatted(type, e.getOriginalMessage()),
                        e);
            }
        }
        return new Facts(facts);
    }
}
