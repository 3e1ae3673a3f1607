package dev.innkeeper.customer.imports;

import dev.innkeeper.api.DateForm;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that came in, their pieces, and what was wrong with their rows. */
@Repository
class Imports {

    private static final String UNFINISHED = "('RECEIVED', 'RUNNING')";
    private static final int PIECES_AT_ONCE = 50;
    private static final int LONGEST_WORDS = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate plain;

    Imports(JdbcClient jdbc, JdbcTemplate plain) {
        this.jdbc = jdbc;
        this.plain = plain;
    }

    /** A file that a node works on. */
    record Job(
            String number,
            ImportOrder order,
            String sentBy,
            long bytes,
            int pieces,
            long rowsDone) {}

    /** What became of some rows. */
    record Tally(long rows, long taken, long changed, long unchanged, long refused) {}

    /** A problem with the place of its row, from 1, the header not counted. */
    record RowProblem(long row, ImportProblem problem) {}

    void insert(CaseNumber number, ImportOrder order, String by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO data_import (number, kind, dates, charset, customer_system,
                            ignored, file_name, state, bytes, pieces, pieces_kept, bytes_done,
                            rows_done, taken, changed, unchanged, refused, worked_millis, sent_by,
                            sent_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'RECEIVING', 0, 0, TRUE, 0, 0, 0, 0, 0, 0, 0,
                            ?, ?)
                        """)
                .params(
                        number.value(),
                        order.kind().name(),
                        order.dates().name(),
                        order.charset().name(),
                        order.system(),
                        String.join(",", order.ignored()),
                        order.fileName(),
                        by,
                        Utc.of(now))
                .update();
    }

    void store(CaseNumber number, int piece, byte[] content) {
        jdbc.sql("INSERT INTO import_piece (number, piece, content) VALUES (?, ?, ?)")
                .params(number.value(), piece, content)
                .update();
        jdbc.sql("UPDATE data_import SET pieces = ?, bytes = bytes + ? WHERE number = ?")
                .params(piece + 1, content.length, number.value())
                .update();
    }

    byte[] piece(String number, int piece) {
        return jdbc.sql("SELECT content FROM import_piece WHERE number = ? AND piece = ?")
                .params(number, piece)
                .query(byte[].class)
                .single();
    }

    /** The file is here; a second one with the same fingerprint is a duplicate. */
    void received(CaseNumber number, String fingerprint) {
        jdbc.sql("UPDATE data_import SET state = 'RECEIVED', fingerprint = ? WHERE number = ?")
                .params(fingerprint, number.value())
                .update();
    }

    Optional<CaseNumber> withFingerprint(String fingerprint) {
        return jdbc.sql("SELECT number FROM data_import WHERE fingerprint = ?")
                .param(fingerprint)
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** Forgets a file that did not come in whole. */
    void forget(String number) {
        jdbc.sql("DELETE FROM data_import WHERE number = ?").param(number).update();
        deletePieces(number);
    }

    /** Forgets the rows themselves, with what was said of them; the counts stay. */
    void deletePieces(String number) {
        int deleted = PIECES_AT_ONCE;
        while (deleted == PIECES_AT_ONCE) {
            deleted =
                    jdbc.sql("DELETE FROM import_piece WHERE number = ? LIMIT ?")
                            .params(number, PIECES_AT_ONCE)
                            .update();
        }
        jdbc.sql("DELETE FROM import_problem WHERE number = ?").param(number).update();
        jdbc.sql("UPDATE data_import SET pieces_kept = FALSE WHERE number = ?")
                .param(number)
                .update();
    }

    /** Files that are over since before then, and still kept. */
    List<String> keptSince(Instant then) {
        return jdbc.sql(
                        """
                        SELECT number FROM data_import WHERE pieces_kept AND ended_at < ? LIMIT 10
                        """)
                .param(Utc.of(then))
                .query(String.class)
                .list();
    }

    /** Files that began to come in before then, and never came in whole. */
    List<String> brokenOff(Instant then) {
        return jdbc.sql(
                        """
                        SELECT number FROM data_import
                        WHERE state = 'RECEIVING' AND sent_at < ? LIMIT 10
                        """)
                .param(Utc.of(then))
                .query(String.class)
                .list();
    }

    /**
     * Takes the oldest unfinished file for a node, where no other node works on it. Files are taken
     * one after another, so that customers are there before their invoices, and these before their
     * payments.
     */
    Optional<Job> claim(String node, Instant now, Instant until) {
        Long oldest =
                plain.queryForObject(
                        "SELECT MIN(id) FROM data_import WHERE state IN " + UNFINISHED, Long.class);
        if (oldest == null) {
            return Optional.empty();
        }
        Optional<Job> job =
                jdbc.sql(
                                """
                                SELECT * FROM data_import WHERE id = :id AND state IN
                                """
                                        + UNFINISHED
                                        + """
                                         AND (worked_by = :node OR worked_until IS NULL
                                            OR worked_until < :now)
                                        FOR UPDATE SKIP LOCKED
                                        """)
                        .param("id", oldest)
                        .param("node", node)
                        .param("now", Utc.of(now))
                        .query((row, n) -> job(row))
                        .optional();
        job.ifPresent(
                taken ->
                        jdbc.sql(
                                        """
                                        UPDATE data_import SET state = 'RUNNING', worked_by = ?,
                                            worked_until = ?, started_at = COALESCE(started_at, ?)
                                        WHERE id = ?
                                        """)
                                .params(node, Utc.of(until), Utc.of(now), oldest)
                                .update());
        return job;
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getString("number"),
                order(row),
                row.getString("sent_by"),
                row.getLong("bytes"),
                row.getInt("pieces"),
                row.getLong("rows_done"));
    }

    /**
     * Whether the node still works on the file, which is still where the node left it; nobody else
     * does until the transaction ends.
     */
    boolean holds(String number, String node, long rowsDone) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM data_import
                        WHERE number = ? AND state = 'RUNNING' AND worked_by = ? AND rows_done = ?
                        FOR UPDATE
                        """)
                .params(number, node, rowsDone)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void advance(String number, Tally tally, long bytesDone, Duration worked, Instant until) {
        jdbc.sql(
                        """
                        UPDATE data_import SET rows_done = rows_done + ?, taken = taken + ?,
                            changed = changed + ?, unchanged = unchanged + ?, refused = refused + ?,
                            bytes_done = LEAST(bytes, ?), worked_millis = worked_millis + ?,
                            worked_until = ?
                        WHERE number = ?
                        """)
                .params(
                        tally.rows(),
                        tally.taken(),
                        tally.changed(),
                        tally.unchanged(),
                        tally.refused(),
                        bytesDone,
                        worked.toMillis(),
                        Utc.of(until),
                        number)
                .update();
    }

    void note(String number, List<RowProblem> problems) {
        List<Object[]> rows = new ArrayList<>(problems.size());
        long last = 0;
        int ordinal = 0;
        for (RowProblem each : problems) {
            ordinal = each.row() == last ? ordinal + 1 : 0;
            last = each.row();
            rows.add(
                    new Object[] {
                        number,
                        each.row(),
                        ordinal,
                        each.problem().line(),
                        each.problem().field(),
                        cut(each.problem().message()),
                        cut(each.problem().remedy())
                    });
        }
        plain.batchUpdate(
                """
                INSERT INTO import_problem (number, row_no, ordinal, line, field, message, remedy)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    /**
     * The file is read to its end. Where rows were refused it may be sent again, once the reason is
     * gone.
     */
    void done(String number, Instant now) {
        jdbc.sql(
                        """
                        UPDATE data_import SET state = 'DONE', ended_at = ?, bytes_done = bytes,
                            worked_by = NULL, worked_until = NULL,
                            fingerprint = IF(refused = 0, fingerprint, NULL)
                        WHERE number = ?
                        """)
                .params(Utc.of(now), number)
                .update();
    }

    void failed(String number, ImportProblem why, Instant now) {
        jdbc.sql(
                        """
                        UPDATE data_import SET state = 'FAILED', ended_at = ?, worked_by = NULL,
                            worked_until = NULL, fingerprint = NULL, failure = ?,
                            failure_remedy = ?, failure_line = ?
                        WHERE number = ?
                        """)
                .params(Utc.of(now), cut(why.message()), cut(why.remedy()), why.line(), number)
                .update();
    }

    /** Whether it was stopped: false where it was over. */
    boolean cancel(CaseNumber number, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE data_import SET state = 'CANCELLED', ended_at = ?,
                                    worked_by = NULL, worked_until = NULL, fingerprint = NULL
                                WHERE number = ? AND state IN
                                """
                                        + UNFINISHED)
                        .params(Utc.of(now), number.value())
                        .update()
                == 1;
    }

    /** Leaves the file to whoever comes next. */
    void release(String number, String node) {
        jdbc.sql("UPDATE data_import SET worked_until = NULL WHERE number = ? AND worked_by = ?")
                .params(number, node)
                .update();
    }

    Optional<ImportView> find(CaseNumber number, Instant now) {
        return jdbc.sql("SELECT * FROM data_import WHERE number = ?")
                .param(number.value())
                .query((row, n) -> view(row, now))
                .optional();
    }

    Page<ImportView> list(@Nullable ImportState state, int offset, int limit, Instant now) {
        String where = state == null ? "" : " WHERE state = :state";
        Map<String, Object> params =
                state == null
                        ? Map.of("offset", offset, "limit", limit)
                        : Map.of("offset", offset, "limit", limit, "state", state.name());
        return new Page<>(
                jdbc.sql(
                                "SELECT * FROM data_import"
                                        + where
                                        + " ORDER BY id DESC LIMIT :limit OFFSET :offset")
                        .params(params)
                        .query((row, n) -> view(row, now))
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM data_import" + where)
                        .params(params)
                        .query(Long.class)
                        .single());
    }

    Page<ImportProblem> problems(CaseNumber number, int offset, int limit) {
        return new Page<>(
                jdbc.sql(
                                """
                                SELECT line, field, message, remedy FROM import_problem
                                WHERE number = ? ORDER BY row_no, ordinal LIMIT ? OFFSET ?
                                """)
                        .params(number.value(), limit, offset)
                        .query(ImportProblem.class)
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM import_problem WHERE number = ?")
                        .param(number.value())
                        .query(Long.class)
                        .single());
    }

    private static ImportOrder order(ResultSet row) throws SQLException {
        String ignored = row.getString("ignored");
        return new ImportOrder(
                ImportKind.valueOf(row.getString("kind")),
                DateForm.valueOf(row.getString("dates")),
                Charset.forName(row.getString("charset")),
                row.getString("customer_system"),
                ignored.isEmpty() ? List.of() : List.of(ignored.split(",")),
                row.getString("file_name"));
    }

    private static ImportView view(ResultSet row, Instant now) throws SQLException {
        ImportState state = ImportState.valueOf(row.getString("state"));
        long rows = row.getLong("rows_done");
        long bytes = row.getLong("bytes");
        long done = row.getLong("bytes_done");
        long millis = row.getLong("worked_millis");
        String failure = row.getString("failure");
        return new ImportView(
                new CaseNumber(row.getString("number")),
                order(row),
                state,
                bytes,
                done,
                rows,
                row.getLong("taken"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                millis == 0 ? null : rows * 1000.0 / millis,
                state == ImportState.RUNNING && done > 0
                        ? now.plusMillis((bytes - done) * millis / done)
                        : null,
                failure == null
                        ? null
                        : new ImportProblem(
                                row.getLong("failure_line"),
                                "",
                                failure,
                                row.getString("failure_remedy")),
                row.getString("sent_by"),
                Utc.read(row, "sent_at"),
                Utc.readNullable(row, "started_at"),
                Utc.readNullable(row, "ended_at"));
    }
}
