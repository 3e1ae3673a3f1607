package dev.innkeeper.nightly;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the nightly works have come. */
@Repository
class NightRecords {

    private static final String COLUMNS =
            "work, day, after_id, looked, done, failed, started_at, ended_at";
    private static final int LONGEST_PROBLEM = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    NightRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(String work, LocalDate day) {
        jdbc.sql(
                        """
                        INSERT IGNORE INTO night_run
                            (work, day, after_id, looked, done, failed, started_at)
                        VALUES (?, ?, '', 0, 0, 0, ?)
                        """)
                .params(work, day, Utc.of(clock.instant()))
                .update();
    }

    /** Begins a run that is over from its start; one that is under way goes on. */
    void beginAgain(String work, LocalDate day) {
        jdbc.sql(
                        """
                        UPDATE night_run SET after_id = '', looked = 0, done = 0, failed = 0,
                            started_at = ?, ended_at = NULL
                        WHERE work = ? AND day = ? AND ended_at IS NOT NULL
                        """)
                .params(Utc.of(clock.instant()), work, day)
                .update();
    }

    /** The run, locked until the transaction ends; empty where another node has it. */
    Optional<NightRun> lock(String work, LocalDate day) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM night_run WHERE work = ? AND day = ?"
                                + " FOR UPDATE SKIP LOCKED")
                .params(work, day)
                .query(NightRecords::run)
                .optional();
    }

    Optional<NightRun> find(String work, LocalDate day) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM night_run WHERE work = ? AND day = ?")
                .params(work, day)
                .query(NightRecords::run)
                .optional();
    }

    Page<NightRun> list(int offset, int limit) {
        return new Page<>(
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + " FROM night_run ORDER BY day DESC, started_at DESC, work"
                                        + " LIMIT ? OFFSET ?")
                        .params(limit, offset)
                        .query(NightRecords::run)
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM night_run").query(Long.class).single());
    }

    List<NightProblem> problems(String work, LocalDate day, int limit) {
        return jdbc.sql(
                        """
                        SELECT customer_id, problem, at FROM night_problem
                        WHERE work = ? AND day = ? ORDER BY id DESC LIMIT ?
                        """)
                .params(work, day, limit)
                .query(
                        (row, n) ->
                                new NightProblem(
                                        row.getString("customer_id"),
                                        row.getString("problem"),
                                        Utc.read(row, "at")))
                .list();
    }

    void advance(NightRun run, String last, int looked, int done, int failed) {
        jdbc.sql(
                        """
                        UPDATE night_run SET after_id = ?, looked = looked + ?, done = done + ?,
                            failed = failed + ?
                        WHERE work = ? AND day = ?
                        """)
                .params(last, looked, done, failed, run.work(), run.day())
                .update();
    }

    void end(NightRun run) {
        jdbc.sql("UPDATE night_run SET ended_at = ? WHERE work = ? AND day = ?")
                .params(Utc.of(clock.instant()), run.work(), run.day())
                .update();
    }

    void note(NightRun run, String customerId, String problem) {
        jdbc.sql(
                        """
                        INSERT INTO night_problem (work, day, customer_id, problem, at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        run.work(),
                        run.day(),
                        customerId,
                        problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)),
                        Utc.of(clock.instant()))
                .update();
    }

    private static NightRun run(ResultSet row, int n) throws SQLException {
        return new NightRun(
                row.getString("work"),
                row.getObject("day", LocalDate.class),
                row.getString("after_id"),
                row.getInt("looked"),
                row.getInt("done"),
                row.getInt("failed"),
                Utc.read(row, "started_at"),
                Utc.readNullable(row, "ended_at"));
    }
}
