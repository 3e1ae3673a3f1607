package dev.innkeeper.change;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the folders held when something was last taken from them. */
@Repository
class FolderStates {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FolderStates(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void seen(Unit unit, String hash) {
        seen(Map.of(unit, hash));
    }

    /** Notes several units at once. */
    void seen(Map<Unit, String> hashes) {
        batches.batchUpdate(
                """
                INSERT INTO change_folder (unit, hash) VALUES (?, ?)
                ON DUPLICATE KEY UPDATE hash = VALUES(hash)
                """,
                hashes.entrySet().stream()
                        .map(unit -> new Object[] {unit.getKey().name(), unit.getValue()})
                        .toList());
    }

    Optional<String> last(Unit unit) {
        return jdbc.sql("SELECT hash FROM change_folder WHERE unit = ?")
                .param(unit.name())
                .query(String.class)
                .optional();
    }
}
