package dev.innkeeper.casefile;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Utc;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What happened to each case. */
@Repository
public class TimeLine {

    private static final String BETWEEN_REASONS = "\n";

    private final JdbcTemplate jdbc;

    TimeLine(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds entries in their order. */
    public void add(List<TimeLineEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                INSERT INTO case_event
                    (case_number, at, actor, event, what, reasons, note, decision_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                entries.stream()
                        .map(
                                entry ->
                                        new Object[] {
                                            entry.caseNumber().value(),
                                            Utc.of(entry.at()),
                                            entry.by(),
                                            entry.event(),
                                            entry.what(),
                                            String.join(BETWEEN_REASONS, entry.reasons()),
                                            entry.note(),
                                            entry.decisionId()
                                        })
                        .toList());
    }

    /** All that happened to a case, oldest first. */
    public List<TimeLineEntry> of(CaseNumber number) {
        return jdbc.query(
                """
                SELECT at, actor, event, what, reasons, note, decision_id FROM case_event
                WHERE case_number = ? ORDER BY id\
                """,
                (row, n) -> {
                    String reasons = row.getString("reasons");
                    return new TimeLineEntry(
                            number,
                            Utc.read(row, "at"),
                            row.getString("actor"),
                            row.getString("event"),
                            row.getString("what"),
                            reasons.isEmpty() ? List.of() : List.of(reasons.split(BETWEEN_REASONS)),
                            row.getString("note"),
                            row.getString("decision_id"));
                },
                number.value());
    }
}
