package dev.innkeeper.complaint;

import dev.innkeeper.complaint.facts.Category;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredRootCauses implements RootCauses {

    private final JdbcClient jdbc;

    StoredRootCauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RootCause> all() {
        return jdbc.sql("SELECT code, category, english, chinese FROM root_cause ORDER BY position")
                .query(
                        (row, n) ->
                                new RootCause(
                                        row.getString("code"),
                                        Category.valueOf(row.getString("category")),
                                        row.getString("english"),
                                        row.getString("chinese")))
                .list();
    }
}
