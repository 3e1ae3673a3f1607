package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.FreeText;
import dev.innkeeper.decision.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases what people wrote from the records of decisions; what was judged on it stays. */
@Repository
public class DecisionTexts {

    private final ObjectMapper json = Json.mapper();
    private final JdbcClient jdbc;

    /** The names of the fields that hold free text, by the name of the fact's type. */
    private final Map<String, List<String>> fields = new HashMap<>();

    DecisionTexts(JdbcClient jdbc, List<DecisionCatalog> catalogs) {
        this.jdbc = jdbc;
        catalogs.stream()
                .flatMap(catalog -> catalog.decisions().stream())
                .flatMap(decision -> decision.facts().stream())
                .forEach(this::note);
    }

    private void note(Class<? extends Record> fact) {
        List<String> texts =
                Arrays.stream(fact.getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(FreeText.class))
                        .map(RecordComponent::getName)
                        .toList();
        if (!texts.isEmpty()) {
            fields.put(fact.getSimpleName(), texts);
        }
    }

    private record Facts(String id, String facts) {}

    /**
     * Empties the free texts in the facts of all decisions of these cases; replayed, they may
     * answer otherwise from then on.
     *
     * @return how many records were changed
     */
    public int forget(Collection<String> cases) {
        if (cases.isEmpty()) {
            return 0;
        }
        int changed = 0;
        for (Facts kept :
                jdbc.sql("SELECT id, facts FROM decision WHERE case_number IN (:cases)")
                        .param("cases", new ArrayList<>(cases))
                        .query((row, n) -> new Facts(row.getString("id"), row.getString("facts")))
                        .list()) {
            String emptied = emptied(kept.facts());
            if (!emptied.equals(kept.facts())) {
                changed +=
                        jdbc.sql("UPDATE decision SET facts = ? WHERE id = ?")
                                .params(emptied, kept.id())
                                .update();
            }
        }
        return changed;
    }

    private String emptied(String facts) {
        try {
            JsonNode all = json.readTree(facts);
            for (JsonNode one : all) {
                one.properties()
                        .forEach(
                                fact ->
                                        fields.getOrDefault(fact.getKey(), List.of())
                                                .forEach(
                                                        field ->
                                                                ((ObjectNode) fact.getValue())
                                                                        .put(field, "")));
            }
            return json.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
