package dev.innkeeper.support;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows each table has, to see that nothing was stored half. */
public final class RowCounts {

    private RowCounts() {}

    /** Every table of the database with its number of rows. */
    public static Map<String, Long> of(JdbcTemplate jdbc) {
        var counts = new TreeMap<String, Long>();
        jdbc.queryForList(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
                        """,
                        String.class)
                .forEach(
                        table ->
                                counts.put(
                                        table,
                                        jdbc.queryForObject(
                                                "SELECT COUNT(*) FROM `" + table + "`",
                                                Long.class)));
        return counts;
    }
}
