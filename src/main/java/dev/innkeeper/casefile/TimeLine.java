package dev.innkeeper.casefile;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Utc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        List<@Nullable Object> values = new ArrayList<>();
        for (TimeLineEntry entry : entries) {
            values.add(entry.caseNumber().value());
            values.add(Utc.of(entry.at()));
            values.add(entry.by());
            values.add(entry.event());
            values.add(entry.what());
            values.add(String.join(BETWEEN_REASONS, entry.reasons()));
            values.add(entry.note());
            values.add(entry.decisionId());
        }
        jdbc.update(
                """
                INSERT INTO case_event
                    (case_number, at, actor, event, what, reasons, note, decision_id)
                VALUES\s\
                """
                        + String.join(
                                ", ",
                                Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")),
                values.toArray());
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

    /** The record of the last decision that an entry of this kind names. */
    public Optional<String> lastDecision(CaseNumber number, String event) {
        return jdbc
                .queryForList(
                        """
                        SELECT decision_id FROM case_event
                        WHERE case_number = ? AND event = ? AND decision_id IS NOT NULL
                        ORDER BY id DESC LIMIT 1\
                        """,
                        String.class,
                        number.value(),
                        event)
                .stream()
                .findFirst();
    }
}
