package dev.innkeeper.customer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reasons that may be named why a customer stays away; a house adds its own as rows. */
@Repository
public class CareReasons {

    private final JdbcClient jdbc;

    CareReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order in which people choose. */
    public List<CareReason> all() {
        return jdbc.sql("SELECT code, english, chinese FROM care_reason ORDER BY position, code")
                .query(
                        (row, n) ->
                                new CareReason(
                                        row.getString("code"),
                                        row.getString("english"),
                                        row.getString("chinese")))
                .list();
    }
}
