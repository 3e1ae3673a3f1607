package dev.innkeeper.change;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the folders held when something was last taken from them. */
@Repository
class FolderStates {

    private final JdbcClient jdbc;

    FolderStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void seen(Unit unit, String hash) {
        jdbc.sql(
                        """
                        INSERT INTO change_folder (unit, hash) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE hash = VALUES(hash)
                        """)
                .params(unit.name(), hash)
                .update();
    }

    Optional<String> last(Unit unit) {
        return jdbc.sql("SELECT hash FROM change_folder WHERE unit = ?")
                .param(unit.name())
                .query(String.class)
                .optional();
    }
}
