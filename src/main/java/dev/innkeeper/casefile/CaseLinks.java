package dev.innkeeper.casefile;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Utc;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which cases belong together. */
@Repository
public class CaseLinks {

    private final JdbcTemplate jdbc;

    CaseLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Links two cases, seen from both; a link that is there stays. */
    public void add(CaseNumber number, CaseLink.Kind kind, CaseNumber other, Instant at) {
        jdbc.batchUpdate(
                """
                INSERT IGNORE INTO case_link (case_number, other_number, kind, at)
                VALUES (?, ?, ?, ?)\
                """,
                List.of(
                        new Object[] {number.value(), other.value(), kind.name(), Utc.of(at)},
                        new Object[] {
                            other.value(), number.value(), kind.opposite().name(), Utc.of(at)
                        }));
    }

    /** The cases that belong to this one, the first linked first. */
    public List<CaseLink> of(CaseNumber number) {
        return jdbc.query(
                """
                SELECT other_number, kind, at FROM case_link
                WHERE case_number = ? ORDER BY at, other_number\
                """,
                (row, n) ->
                        new CaseLink(
                                new CaseNumber(row.getString("other_number")),
                                CaseLink.Kind.valueOf(row.getString("kind")),
                                Utc.read(row, "at")),
                number.value());
    }
}
