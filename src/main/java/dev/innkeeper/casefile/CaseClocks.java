package dev.innkeeper.casefile;

import dev.innkeeper.calendar.AroundTheClock;
import dev.innkeeper.calendar.Calendars;
import dev.innkeeper.calendar.WorkingTime;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of all cases, with a ledger of everything that happened to each. */
@Repository
public class CaseClocks {

    private static final String COLUMNS =
            """
            id, clock, policy, state, calendar, allowed_millis, limit_millis, started_at,
            running_since, used_millis, elapsed_millis, due_at, late, ended_at, checked_percent,
            next_check_percent\
            """;

    private final JdbcClient jdbc;
    private final Calendars calendars;

    CaseClocks(JdbcClient jdbc, Calendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** The clocks of a new case: none. */
    public ClockBook fresh(CaseNumber number) {
        return new ClockBook(number, this, List.of());
    }

    /** The clocks of a case that have not ended. */
    public ClockBook open(CaseNumber number) {
        return new ClockBook(
                number,
                this,
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                        \sFROM case_clock
                                        WHERE case_number = ? AND ended_at IS NULL ORDER BY id\
                                        """)
                        .param(number.value())
                        .query((row, n) -> clock(row))
                        .list());
    }

    /** Writes what changed. */
    public void save(ClockBook book) {
        List<ClockBook.Line> changed = book.changed();
        List<CaseClock.Row> added =
                changed.stream()
                        .map(line -> line.clock().row())
                        .filter(row -> row.id() == null)
                        .toList();
        Iterator<Long> ids = insert(book.number(), added).iterator();
        List<Object> entries = new ArrayList<>();
        int count = 0;
        for (ClockBook.Line line : changed) {
            CaseClock.Row row = line.clock().row();
            long id = row.id() == null ? ids.next() : update(row.id(), row);
            for (ClockView.Entry entry : line.entries()) {
                entries.addAll(
                        List.of(
                                id,
                                Utc.of(entry.at()),
                                entry.mark().name(),
                                entry.why(),
                                entry.by()));
                count++;
            }
        }
        if (count > 0) {
            jdbc.sql(
                            """
                            INSERT INTO case_clock_entry (clock_id, at, mark, why, actor) VALUES\s\
                            """
                                    + String.join(
                                            ", ", Collections.nCopies(count, "(?, ?, ?, ?, ?)")))
                    .params(entries)
                    .update();
        }
    }

    /** Every clock of a case with its ledger, as it stands at that moment. */
    public List<ClockView> of(CaseNumber number, Instant at) {
        Map<Long, List<ClockView.Entry>> ledgers = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT e.clock_id, e.at, e.mark, e.why, e.actor FROM case_clock_entry e
                        JOIN case_clock c ON c.id = e.clock_id
                        WHERE c.case_number = ? ORDER BY e.id\
                        """)
                .param(number.value())
                .query(
                        row -> {
                            ledgers.computeIfAbsent(
                                            row.getLong("clock_id"), id -> new ArrayList<>())
                                    .add(
                                            new ClockView.Entry(
                                                    Utc.read(row, "at"),
                                                    ClockView.Mark.valueOf(row.getString("mark")),
                                                    row.getString("why"),
                                                    row.getString("actor")));
                        });
        return jdbc.sql("SELECT " + COLUMNS + " FROM case_clock WHERE case_number = ? ORDER BY id")
                .param(number.value())
                .query(
                        (row, n) ->
                                view(
                                        clock(row),
                                        ledgers.getOrDefault(row.getLong("id"), List.of()),
                                        at))
                .list();
    }

    WorkingTime timeOf(String calendar) {
        return calendar.equals(ClockPolicy.ELAPSED)
                ? new AroundTheClock()
                : calendars.named(calendar);
    }

    private static ClockView view(CaseClock clock, List<ClockView.Entry> ledger, Instant at) {
        CaseClock.Row row = clock.row();
        return new ClockView(
                row.clock(),
                row.policy().words(),
                row.state(),
                row.policy().allowed(),
                row.policy().calendar(),
                row.startedAt(),
                clock.dueIfRunningAt(at),
                row.endedAt(),
                row.late() || clock.isRunning() && at.isAfter(row.dueAt()),
                clock.percentAt(at),
                ledger);
    }

    private CaseClock clock(ResultSet row) throws SQLException {
        String calendar = row.getString("calendar");
        int nextCheck = row.getInt("next_check_percent");
        Integer next = row.wasNull() ? null : nextCheck;
        return new CaseClock(
                new CaseClock.Row(
                        row.getLong("id"),
                        row.getString("clock"),
                        new ClockPolicy(
                                row.getString("policy"),
                                Duration.ofMillis(row.getLong("allowed_millis")),
                                calendar,
                                Duration.ofMillis(row.getLong("limit_millis"))),
                        ClockView.State.valueOf(row.getString("state")),
                        Utc.read(row, "started_at"),
                        Utc.readNullable(row, "running_since"),
                        row.getLong("used_millis"),
                        row.getLong("elapsed_millis"),
                        Utc.read(row, "due_at"),
                        row.getBoolean("late"),
                        Utc.readNullable(row, "ended_at"),
                        row.getInt("checked_percent"),
                        next),
                timeOf(calendar));
    }

    /** Answers the ids in the order of the rows. */
    private List<Long> insert(CaseNumber number, List<CaseClock.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (CaseClock.Row row : rows) {
            values.add(number.value());
            values.add(row.clock());
            values.add(row.policy().words());
            values.add(row.state().name());
            values.add(row.policy().calendar());
            values.add(row.policy().allowed().toMillis());
            values.add(row.policy().limit().toMillis());
            values.add(Utc.of(row.startedAt()));
            values.add(Utc.ofNullable(row.runningSince()));
            values.add(row.usedMillis());
            values.add(row.elapsedMillis());
            values.add(Utc.of(row.dueAt()));
            values.add(row.late());
            values.add(Utc.ofNullable(row.endedAt()));
            values.add(row.checkedPercent());
            values.add(row.nextCheckPercent());
        }
        String row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        return jdbc.sql(
                        """
                        INSERT INTO case_clock (case_number, clock, policy, state, calendar,
                            allowed_millis, limit_millis, started_at, running_since, used_millis,
                            elapsed_millis, due_at, late, ended_at, checked_percent,
                            next_check_percent)
                        VALUES\s\
                        """
                                + String.join(", ", Collections.nCopies(rows.size(), row))
                                + " RETURNING id")
                .params(values)
                .query(Long.class)
                .list();
    }

    private long update(long id, CaseClock.Row row) {
        jdbc.sql(
                        """
                        UPDATE case_clock SET state = ?, running_since = ?, used_millis = ?,
                            elapsed_millis = ?, due_at = ?, late = ?, ended_at = ?,
                            checked_percent = ?, next_check_percent = ?
                        WHERE id = ?\
                        """)
                .params(
                        row.state().name(),
                        Utc.ofNullable(row.runningSince()),
                        row.usedMillis(),
                        row.elapsedMillis(),
                        Utc.of(row.dueAt()),
                        row.late(),
                        Utc.ofNullable(row.endedAt()),
                        row.checkedPercent(),
                        row.nextCheckPercent(),
                        id)
                .update();
        return id;
    }
}
