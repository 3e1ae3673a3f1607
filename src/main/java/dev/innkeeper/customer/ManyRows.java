package dev.innkeeper.customer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes many rows in few statements. */
final class ManyRows {

    /** So many rows to a statement that the way to the database no longer counts. */
    private static final int AT_ONCE = 200;

    private ManyRows() {}

    /**
     * Inserts the rows.
     *
     * @param head the statement until before VALUES
     * @param rows each with one value per column
     */
    static void insert(JdbcTemplate jdbc, String head, List<@Nullable Object[]> rows) {
        for (int first = 0; first < rows.size(); first += AT_ONCE) {
            List<@Nullable Object[]> some =
                    rows.subList(first, Math.min(rows.size(), first + AT_ONCE));
            int columns = some.get(0).length;
            String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
            @Nullable Object[] values = some.stream().flatMap(Arrays::stream).toArray();
            jdbc.update(
                    head + " VALUES " + String.join(", ", Collections.nCopies(some.size(), row)),
                    values);
        }
    }
}
