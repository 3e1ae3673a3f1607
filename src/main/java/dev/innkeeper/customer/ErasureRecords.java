package dev.innkeeper.customer;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to erase, and what became of them. */
@Repository
class ErasureRecords {

    private final JdbcClient jdbc;

    ErasureRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a request.
     *
     * @throws org.springframework.dao.DuplicateKeyException where one waits already
     */
    long add(String customerId, String reason, String by, Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO customer_erasure (customer_id, state, requested_by, requested_at,
                            reason, judgement, waiting)
                        VALUES (?, 'WAITING', ?, ?, ?, '', ?) RETURNING id\
                        """)
                .params(customerId, by, Utc.of(at), reason, customerId)
                .query(Long.class)
                .single();
    }

    void judged(long number, ErasureState state, String words, String by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE customer_erasure SET state = ?, judged_by = ?, judged_at = ?,
                            judgement = ?, waiting = NULL
                        WHERE id = ?\
                        """)
                .params(state.name(), by, Utc.of(at), words, number)
                .update();
    }

    void keep(long number, List<ErasureView.Part> parts) {
        for (int position = 0; position < parts.size(); position++) {
            ErasureView.Part part = parts.get(position);
            jdbc.sql(
                            """
                            INSERT INTO customer_erasure_part
                                (erasure_id, position, section, erased, kept)
                            VALUES (?, ?, ?, ?, ?)\
                            """)
                    .params(number, position, part.section().name(), part.erased(), part.kept())
                    .update();
        }
    }

    Optional<ErasureView> find(long number) {
        return jdbc.sql("SELECT * FROM customer_erasure WHERE id = ?")
                .param(number)
                .query((row, n) -> view(row, parts(number)))
                .optional();
    }

    /** The request, which nobody else judges until the caller's transaction ends. */
    Optional<ErasureView> lock(long number) {
        return jdbc.sql("SELECT * FROM customer_erasure WHERE id = ? FOR UPDATE")
                .param(number)
                .query((row, n) -> view(row, List.of()))
                .optional();
    }

    Page<ErasureView> list(int offset, int limit) {
        return new Page<>(
                jdbc.sql("SELECT * FROM customer_erasure ORDER BY id DESC LIMIT ? OFFSET ?")
                        .params(limit, offset)
                        .query((row, n) -> view(row, List.of()))
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM customer_erasure").query(Long.class).single());
    }

    private List<ErasureView.Part> parts(long number) {
        return jdbc.sql(
                        """
                        SELECT section, erased, kept FROM customer_erasure_part
                        WHERE erasure_id = ? ORDER BY position\
                        """)
                .param(number)
                .query(
                        (row, n) ->
                                new ErasureView.Part(
                                        FileSection.valueOf(row.getString("section")),
                                        row.getInt("erased"),
                                        row.getString("kept")))
                .list();
    }

    private static ErasureView view(ResultSet row, List<ErasureView.Part> parts)
            throws SQLException {
        return new ErasureView(
                row.getLong("id"),
                row.getString("customer_id"),
                ErasureState.valueOf(row.getString("state")),
                row.getString("requested_by"),
                Utc.read(row, "requested_at"),
                row.getString("reason"),
                row.getString("judged_by"),
                Utc.readNullable(row, "judged_at"),
                row.getString("judgement"),
                parts);
    }
}
