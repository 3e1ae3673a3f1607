package dev.innkeeper.change;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to drafts and releases, when and why. The database lets nobody change it. */
@Repository
public class ChangeLog {

    private static final int LONGEST = 4000;
    private static final String COLUMNS =
            """
            SELECT id, happened_at, actor, kind, draft_id, release_number, words FROM change_event
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an event, in the transaction of what happened. */
    public void add(
            String actor,
            ChangeEvent.Kind kind,
            @Nullable Long draft,
            @Nullable Long release,
            String words) {
        jdbc.sql(
                        """
                        INSERT INTO change_event
                        (happened_at, actor, kind, draft_id, release_number, words)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Utc.of(clock.instant()),
                        actor,
                        kind.name(),
                        draft,
                        release,
                        words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words)
                .update();
    }

    /** Everything that happened, the latest first. */
    public Page<ChangeEvent> all(int offset, int limit) {
        return page("", offset, limit);
    }

    /** What happened to a draft and the release that it became, the latest first. */
    public Page<ChangeEvent> ofDraft(long draft, int offset, int limit) {
        return page("WHERE draft_id = " + draft + " ", offset, limit);
    }

    /** What happened to a release, the latest first. */
    public Page<ChangeEvent> ofRelease(long release, int offset, int limit) {
        return page("WHERE release_number = " + release + " ", offset, limit);
    }

    private Page<ChangeEvent> page(String where, int offset, int limit) {
        return new Page<>(
                jdbc.sql(COLUMNS + where + "ORDER BY id DESC LIMIT ? OFFSET ?")
                        .params(limit, offset)
                        .query(ChangeLog::read)
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM change_event " + where).query(Long.class).single());
    }

    private static ChangeEvent read(ResultSet row, int number) throws SQLException {
        return new ChangeEvent(
                row.getLong("id"),
                Utc.read(row, "happened_at"),
                row.getString("actor"),
                ChangeEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("draft_id", Long.class),
                row.getObject("release_number", Long.class),
                row.getString("words"));
    }
}
