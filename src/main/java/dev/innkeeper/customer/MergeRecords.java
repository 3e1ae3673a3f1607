package dev.innkeeper.customer;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.MovesWithCustomer.Manner;
import dev.innkeeper.customer.MovesWithCustomer.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What merges moved and filled, and the moving itself: sets of rows, never one by one. */
@Repository
class MergeRecords {

    /** What the survivor's file gains: a field, and what it becomes out of s and o. */
    private static final Map<String, String> FIELDS = fields();

    private final JdbcClient jdbc;

    MergeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field :
                List.of(
                        "contact_name",
                        "contact_company",
                        "contact_phone",
                        "contact_email",
                        "contact_we_chat",
                        "registration_number",
                        "born_on",
                        "language",
                        "strategic_as",
                        "preferred_kind",
                        "preferred_contact")) {
            fields.put(field, "COALESCE(s.%1$s, o.%1$s)".formatted(field));
        }
        for (String field : List.of("credit_limit", "credit_score")) {
            fields.put(field, "COALESCE(s.%1$s, o.%1$s)".formatted(field));
        }
        fields.put("credit_hold", "GREATEST(s.credit_hold, o.credit_hold)");
        fields.put("preferences", "IF(s.preferences = '', o.preferences, s.preferences)");
        fields.put("first_seen_at", "LEAST(s.first_seen_at, o.first_seen_at)");
        fields.put("last_visit_on", later("last_visit_on", "last_visit_on"));
        fields.put("last_satisfied", later("last_satisfied_at", "last_satisfied"));
        fields.put("last_satisfied_at", later("last_satisfied_at", "last_satisfied_at"));
        return fields;
    }

    /** The field of the one whose moment is later. */
    private static String later(String moment, String field) {
        return "IF(o.%1$s IS NULL OR COALESCE(s.%1$s >= o.%1$s, FALSE), s.%2$s, o.%2$s)"
                .formatted(moment, field);
    }

    /** A customer that is to be merged. */
    record Side(String id, @Nullable String mergedInto, boolean erased, boolean erasureAsked) {}

    /** Both customers, locked in one order, so that two merges never wait for each other. */
    List<Side> lock(String one, String two) {
        return jdbc.sql(
                        """
                        SELECT id, merged_into, erased_at IS NOT NULL AS erased,
                            EXISTS (SELECT 1 FROM customer_erasure e WHERE e.waiting = customer.id)
                                AS asked
                        FROM customer WHERE id IN (?, ?) ORDER BY id FOR UPDATE\
                        """)
                .params(one, two)
                .query(
                        (row, n) ->
                                new Side(
                                        row.getString("id"),
                                        row.getString("merged_into"),
                                        row.getBoolean("erased"),
                                        row.getBoolean("asked")))
                .list();
    }

    long add(String survivor, String other, String reason, String by, Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO customer_merge
                            (survivor, other, reason, merged_by, merged_at, undo_reason)
                        VALUES (?, ?, ?, ?, ?, '') RETURNING id\
                        """)
                .params(survivor, other, reason, by, Utc.of(at))
                .query(Long.class)
                .single();
    }

    /** Moves the rows of a table to the survivor, and remembers which. */
    void move(long merge, Rows rows, String survivor, String other) {
        move(merge, rows, "customer_id", survivor, other);
    }

    /** Customers that were merged into the other one are from now on part of the survivor. */
    void moveMerged(long merge, String survivor, String other) {
        move(merge, Rows.versioned("customer", "id"), "merged_into", survivor, other);
    }

    private void move(long merge, Rows rows, String column, String survivor, String other) {
        jdbc.sql(
                        """
                        INSERT INTO customer_merge_table
                            (merge_id, table_name, key_expression, customer_column, manner)
                        VALUES (?, ?, ?, ?, ?)\
                        """)
                .params(merge, rows.table(), rows.key(), column, rows.manner().name())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO customer_merge_row (merge_id, table_name, row_key)
                        SELECT ?, ?, %2$s FROM %1$s t WHERE t.%3$s = ?\
                        """
                                .formatted(rows.table(), rows.key(), column))
                .params(merge, rows.table(), other)
                .update();
        update(merge, rows, column, other, survivor);
        if (rows.manner() == Manner.WHERE_FREE) {
            // What stayed where it was did not move, and has not to come back.
            jdbc.sql(
                            """
                            DELETE m FROM customer_merge_row m JOIN %1$s t
                                ON t.%3$s = ? AND m.row_key = CAST(%2$s AS CHAR)
                            WHERE m.merge_id = ? AND m.table_name = ?\
                            """
                                    .formatted(rows.table(), rows.key(), column))
                    .params(other, merge, rows.table())
                    .update();
        }
    }

    /** Moves back those rows that a merge has moved, in the opposite order. */
    void moveBack(long merge, String survivor, String other) {
        jdbc.sql("SELECT * FROM customer_merge_table WHERE merge_id = ? ORDER BY table_name DESC")
                .param(merge)
                .query(
                        (row, n) ->
                                new Moved(
                                        new Rows(
                                                row.getString("table_name"),
                                                row.getString("key_expression"),
                                                Manner.valueOf(row.getString("manner"))),
                                        row.getString("customer_column")))
                .list()
                .forEach(moved -> update(merge, moved.rows(), moved.column(), survivor, other));
    }

    private record Moved(Rows rows, String column) {}

    private void update(long merge, Rows rows, String column, String from, String to) {
        jdbc.sql(
                        """
                        UPDATE %5$s %1$s t JOIN customer_merge_row m
                            ON m.merge_id = ? AND m.table_name = ?
                            AND m.row_key = CAST(%2$s AS CHAR)
                        SET t.%3$s = ?%4$s WHERE t.%3$s = ?\
                        """
                                .formatted(
                                        rows.table(),
                                        rows.key(),
                                        column,
                                        rows.manner() == Manner.VERSIONED
                                                ? ", t.version = t.version + 1"
                                                : "",
                                        rows.manner() == Manner.WHERE_FREE ? "IGNORE" : ""))
                .params(merge, rows.table(), to, from)
                .update();
    }

    /** Fills what the survivor's file lacks, and remembers what it held. */
    void fill(long merge, String survivor, String other) {
        String both = " FROM customer s JOIN customer o ON o.id = :other WHERE s.id = :survivor";
        List<String> filled = new ArrayList<>();
        FIELDS.forEach(
                (field, becomes) -> {
                    int changed =
                            jdbc.sql(
                                            """
                                            INSERT INTO customer_merge_field
                                                (merge_id, field, was, became)
                                            SELECT :merge, :field, CAST(s.%1$s AS CHAR),
                                                CAST(%2$s AS CHAR)\
                                            """
                                                            .formatted(field, becomes)
                                                    + both
                                                    + """
                                                    \sAND NOT BINARY CAST(s.%1$s AS CHAR)
                                                        <=> BINARY CAST(%2$s AS CHAR)\
                                                    """
                                                            .formatted(field, becomes))
                                    .param("merge", merge)
                                    .param("field", field)
                                    .param("survivor", survivor)
                                    .param("other", other)
                                    .update();
                    if (changed > 0) {
                        filled.add(field);
                    }
                });
        String sets =
                filled.stream()
                        .map(field -> "s." + field + " = " + field(field))
                        .collect(Collectors.joining(", "));
        jdbc.sql(
                        "UPDATE customer s SET s.version = s.version + 1"
                                + (sets.isEmpty() ? "" : ", " + sets)
                                + " WHERE s.id = :survivor")
                .param("merge", merge)
                .param("survivor", survivor)
                .update();
    }

    private static String field(String field) {
        return "(SELECT f.became FROM customer_merge_field f WHERE f.merge_id = :merge AND f.field"
                + " = '"
                + field
                + "')";
    }

    /** Takes out of the survivor's file what the merge filled, unless somebody changed it since. */
    void empty(long merge, String survivor) {
        List<String> filled =
                jdbc.sql("SELECT field FROM customer_merge_field WHERE merge_id = ?")
                        .param(merge)
                        .query(String.class)
                        .list();
        for (String field : filled) {
            if (FIELDS.containsKey(field)) {
                jdbc.sql(
                                """
                                UPDATE customer s JOIN customer_merge_field f
                                    ON f.merge_id = ? AND f.field = ?
                                SET s.%1$s = f.was, s.version = s.version + 1
                                WHERE s.id = ? AND BINARY CAST(s.%1$s AS CHAR) <=> BINARY f.became\
                                """
                                        .formatted(field))
                        .params(merge, field, survivor)
                        .update();
            }
        }
    }

    void mergedInto(String id, @Nullable String survivor) {
        jdbc.sql("UPDATE customer SET merged_into = ?, version = version + 1 WHERE id = ?")
                .params(survivor, id)
                .update();
    }

    void undone(long merge, String reason, String by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE customer_merge SET undone_by = ?, undone_at = ?, undo_reason = ?
                        WHERE id = ?\
                        """)
                .params(by, Utc.of(at), reason, merge)
                .update();
    }

    Optional<MergeView> find(long merge) {
        return jdbc.sql("SELECT * FROM customer_merge WHERE id = ?")
                .param(merge)
                .query((row, n) -> view(row, moved(merge)))
                .optional();
    }

    /** The merge, which nobody else undoes until the caller's transaction ends. */
    Optional<MergeView> lock(long merge) {
        return jdbc.sql("SELECT * FROM customer_merge WHERE id = ? FOR UPDATE")
                .param(merge)
                .query((row, n) -> view(row, Map.of()))
                .optional();
    }

    /** The merge by which the customer went into another one and is still there. */
    Optional<Long> of(String other) {
        return jdbc.sql(
                        """
                        SELECT MAX(id) FROM customer_merge WHERE other = ? AND undone_at IS NULL
                        HAVING MAX(id) IS NOT NULL\
                        """)
                .param(other)
                .query(Long.class)
                .optional();
    }

    Page<MergeView> list(int offset, int limit) {
        List<MergeView> merges =
                jdbc.sql("SELECT * FROM customer_merge ORDER BY id DESC LIMIT ? OFFSET ?")
                        .params(limit, offset)
                        .query((row, n) -> view(row, Map.of()))
                        .list();
        return new Page<>(
                merges, jdbc.sql("SELECT COUNT(*) FROM customer_merge").query(Long.class).single());
    }

    private Map<String, Integer> moved(long merge) {
        Map<String, Integer> moved = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT table_name, COUNT(*) AS moved FROM customer_merge_row
                        WHERE merge_id = ? GROUP BY table_name ORDER BY table_name\
                        """)
                .param(merge)
                .query(
                        row -> {
                            moved.put(row.getString("table_name"), row.getInt("moved"));
                        });
        return moved;
    }

    private static MergeView view(ResultSet row, Map<String, Integer> moved) throws SQLException {
        return new MergeView(
                row.getLong("id"),
                row.getString("survivor"),
                row.getString("other"),
                row.getString("reason"),
                row.getString("merged_by"),
                Utc.read(row, "merged_at"),
                row.getString("undone_by"),
                Utc.readNullable(row, "undone_at"),
                row.getString("undo_reason"),
                moved);
    }
}
