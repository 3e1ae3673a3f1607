package dev.innkeeper.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Utc;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.load.Sources;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of every unit as they ever were live. They are never changed. */
@Repository
class UnitContents {

    private static final TypeReference<Map<String, byte[]>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = Json.mapper();

    UnitContents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(Unit unit, Sources sources) {
        jdbc.sql("INSERT IGNORE INTO unit_content (unit, hash, files, kept_at) VALUES (?, ?, ?, ?)")
                .params(unit.name(), sources.hash(), write(sources), Utc.of(clock.instant()))
                .update();
    }

    Optional<Sources> find(Unit unit, String hash) {
        return jdbc.sql("SELECT files FROM unit_content WHERE unit = ? AND hash = ?")
                .params(unit.name(), hash)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /**
     * The files of several units, read at once.
     *
     * @throws IllegalStateException where one of them was never kept
     */
    SortedMap<Unit, Sources> find(Map<Unit, String> hashes) {
        var found = new TreeMap<Unit, Sources>();
        if (hashes.isEmpty()) {
            return found;
        }
        jdbc.sql("SELECT unit, files FROM unit_content WHERE (unit, hash) IN (:keys)")
                .param(
                        "keys",
                        hashes.entrySet().stream()
                                .map(unit -> new Object[] {unit.getKey().name(), unit.getValue()})
                                .toList())
                .query(
                        row -> {
                            found.put(
                                    new Unit(row.getString("unit")), read(row.getString("files")));
                        });
        if (!found.keySet().containsAll(hashes.keySet())) {
            throw new IllegalStateException(
                    "Files are missing of " + hashes.keySet() + ", found " + found.keySet());
        }
        return found;
    }

    private String write(Sources sources) {
        try {
            return json.writeValueAsString(sources.files());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sources read(String files) {
        try {
            return new Sources(json.readValue(files, FILES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored files cannot be read", e);
        }
    }
}
