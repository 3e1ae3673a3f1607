package dev.innkeeper.decision.serve;

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

/** The files of every release that ever served. */
@Repository
class Releases {

    private static final TypeReference<Map<String, byte[]>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = Json.mapper();

    Releases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that a release of a decision serves from now on. */
    void served(String decision, Sources sources) {
        var now = Utc.of(clock.instant());
        jdbc.sql(
                        """
                        INSERT INTO rule_release (name, release_id, files, first_served, last_served)
                        VALUES (:name, :release, :files, :now, :now)
                        ON DUPLICATE KEY UPDATE last_served = GREATEST(last_served, :now)
                        """)
                .param("name", decision)
                .param("release", sources.hash())
                .param("files", write(sources))
                .param("now", now)
                .update();
    }

    /** The release of a decision that served last. */
    Optional<Sources> last(String decision) {
        return jdbc.sql(
                        """
                        SELECT files FROM rule_release WHERE name = :name
                        ORDER BY last_served DESC LIMIT 1
                        """)
                .param("name", decision)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** A release of a decision. */
    Optional<Sources> find(String decision, String release) {
        return jdbc.sql(
                        "SELECT files FROM rule_release WHERE name = :name AND release_id ="
                                + " :release")
                .param("name", decision)
                .param("release", release)
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
            throw new IllegalStateException("A stored release cannot be read", e);
        }
    }
}
