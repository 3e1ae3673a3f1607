package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.Stage;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredDealReasons implements DealReasons {

    private final JdbcClient jdbc;

    StoredDealReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DealReason> all() {
        return jdbc.sql("SELECT code, outcome, english, chinese FROM deal_reason ORDER BY position")
                .query(
                        (row, n) ->
                                new DealReason(
                                        row.getString("code"),
                                        Stage.valueOf(row.getString("outcome")),
                                        row.getString("english"),
                                        row.getString("chinese")))
                .list();
    }

    @Override
    public boolean known(String code, Stage outcome) {
        return jdbc.sql("SELECT COUNT(*) FROM deal_reason WHERE code = ? AND outcome = ?")
                        .params(code, outcome.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
