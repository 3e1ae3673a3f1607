package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What auditors found about partners and deals. */
@Repository
class AuditFindings {

    private final JdbcClient jdbc;

    AuditFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AuditFindingView add(String subject, String words, String by, Instant at) {
        long id =
                jdbc.sql(
                                """
                                INSERT INTO audit_finding
                                    (subject, words, opened_by, opened_at, closing_words)
                                VALUES (?, ?, ?, ?, '') RETURNING id\
                                """)
                        .params(subject, words, by, Utc.of(at))
                        .query(Long.class)
                        .single();
        return new AuditFindingView(id, subject, words, by, at, "", null, null);
    }

    Optional<AuditFindingView> find(String subject, long id) {
        return jdbc.sql("SELECT * FROM audit_finding WHERE id = ? AND subject = ?")
                .params(id, subject)
                .query((row, n) -> finding(row))
                .optional();
    }

    /** Closes it; false where somebody has before. */
    boolean close(long id, String words, String by, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE audit_finding
                                SET closing_words = ?, closed_by = ?, closed_at = ?
                                WHERE id = ? AND closed_at IS NULL\
                                """)
                        .params(words, by, Utc.of(at), id)
                        .update()
                == 1;
    }

    boolean isOpenOn(String subject) {
        return jdbc.sql(
                                """
                                SELECT COUNT(*) FROM audit_finding
                                WHERE subject = ? AND closed_at IS NULL\
                                """)
                        .param(subject)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those on any of the subjects, the latest first. */
    List<AuditFindingView> of(Collection<String> subjects) {
        return jdbc.sql(
                        """
                        SELECT * FROM audit_finding
                        WHERE subject IN (:subjects) ORDER BY id DESC LIMIT 200\
                        """)
                .param("subjects", subjects)
                .query((row, n) -> finding(row))
                .list();
    }

    private static AuditFindingView finding(ResultSet row) throws SQLException {
        return new AuditFindingView(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("words"),
                row.getString("opened_by"),
                Utc.read(row, "opened_at"),
                row.getString("closing_words"),
                row.getString("closed_by"),
                Utc.readNullable(row, "closed_at"));
    }
}
