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
